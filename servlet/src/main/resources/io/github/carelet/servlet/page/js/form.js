// Every document of the booking flow, on top of what works without it: steps change without a reload, a form goes once, what
// was typed is not lost to a bad connection and not left to whoever comes next. Nothing is stored anywhere.
(() => {
  const IDLE = 14 * 60000;
  const LAST = 60000;
  const root = document.documentElement;
  const main = () => document.querySelector('main');
  const words = (name) => main().dataset['carelet' + name];
  const own = (url) => url.protocol.startsWith('http') && url.host === location.host;
  const isStep = (url) => own(url) && /\/book$/.test(url.pathname);
  const place = () => location.pathname + location.search;

  // What is said aloud is said by what was there before, and stays where it is while steps come and go.
  const [live, alarm] = ['status', 'alert'].map((role) => {
    const said = document.createElement('p');
    said.className = 'carelet-form-unseen';
    said.setAttribute('role', role);
    document.body.append(said);
    return said;
  });
  const note = document.createElement('div');
  note.className = 'carelet-form-note';

  const hush = () => {
    note.remove();
    alarm.textContent = '';
  };

  const tell = (text, near, button) => {
    note.replaceChildren(text, ...(button ? [button] : []));
    alarm.textContent = text;
    const at = near?.isConnected && near.closest('.carelet-form-field, .carelet-form-choose, .carelet-form-turn, button, section');
    if (at) at.before(note);
    else main().prepend(note);
  };

  // Steps that were left are kept as they are, so that Back finds what was typed.
  const left = new Map();
  const at = (state) => state?.at || 0;
  let here = at(history.state);
  let next = here + 1;
  let busy = null;

  // Whoever comes back to a step, and sends it again, is to get the same answer again: it is known by its token. What is
  // signed for that one is good with no other.
  const signed = (step) => ['token', 'ref'].map((name) => step.querySelector('[name=' + name + ']'));
  const kept = history.state?.signed;
  if (kept?.[0] && signed(main())[0]) {
    signed(main()).forEach((field, i) => {
      if (kept[i]) field?.setAttribute('value', kept[i]);
      else field?.remove();
    });
  }

  const free = () => {
    busy?.removeAttribute('aria-disabled');
    busy = null;
    live.textContent = '';
  };

  const reveal = (hash) => {
    const target = hash.length > 1 && document.getElementById(hash.slice(1));
    if (!target) return false;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
    return true;
  };

  const show = ([step, title, lang, dir], hash) => {
    hush();
    main().replaceWith(step);
    document.title = title;
    root.lang = lang;
    root.dir = dir;
    if (!reveal(hash)) reveal('#top');
    free();
  };

  const offline = (near) => {
    free();
    tell(words('Offline'), near);
  };

  const ask = (method, url, body, near, then, otherwise) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.timeout = 20000;
    if (method !== 'HEAD') request.responseType = 'document';
    request.onload = () => then(request.response);
    request.onerror = otherwise;
    request.ontimeout = () => offline(near);
    request.send(body);
  };

  // A page that can't be had by the script may still be had by the browser: the reason may be a host that keeps headers back.
  const script = document.currentScript.src;
  const reach = (near, then) => ask('HEAD', script + '?' + Date.now(), null, near, then, () => offline(near));

  // A form that was begun goes along to a time that is chosen again: what it holds is not in its own way.
  let begun = null;

  const keep = () => {
    begun = main().querySelector('#carelet-form:has([name=token])') || begun;
    left.set(here, [main(), document.title, root.lang, root.dir]);
  };

  const again = (fields, url, by, leave) => {
    const all = new URLSearchParams(new FormData(begun));
    for (const name of ['slot', 'preferred', 'type', 'treatment', 'condition', 'location', 'lang']) {
      all.delete(name);
      for (const value of fields.getAll(name)) all.append(name, value);
    }
    const to = new URL('bookings#top', url);
    to.searchParams.set('at', fields.get('location'));
    to.searchParams.set('when', fields.get('when'));
    for (const name of ['partner', 'theme']) if (fields.has(name)) to.searchParams.set(name, fields.get(name));
    go('POST', to, all, by, leave);
  };

  const go = (method, url, body, near, leave) => {
    ask(
      method,
      url.href,
      body,
      near,
      (answer) => {
        const step = answer?.querySelector('main');
        if (!step) {
          free();
          return leave();
        }
        keep();
        const hash = answer.querySelector('.carelet-form-trouble') ? '#top' : url.hash || '#top';
        here = next++;
        history.pushState({ at: here, signed: signed(step).map((field) => field?.value) }, '', method === 'GET' ? url.pathname + url.search + hash : location.href);
        const { lang, dir } = answer.documentElement;
        show([document.adoptNode(step), answer.title, lang, dir], hash);
      },
      () => reach(near, () => { free(); leave(); })
    );
  };

  addEventListener('popstate', (event) => {
    const wanted = at(event.state);
    if (wanted === here) return;
    keep();
    here = wanted;
    const before = left.get(wanted);
    if (before) show(before, location.hash);
    else location.reload();
  });

  const start = (near) => {
    if (busy) return false;
    busy = near;
    near.setAttribute('aria-disabled', 'true');
    return true;
  };

  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    if (link.target || !own(url) || url.pathname.endsWith('.ics')) return;
    event.preventDefault();
    // A way within the step is no step of its own.
    if (url.pathname + url.search === place() && url.hash) return reveal(url.hash);
    if (!start(link)) return;
    const leave = () => location.assign(url.href);
    if (isStep(url)) go('GET', url, null, link, leave);
    else reach(link, () => { free(); leave(); });
  });

  let checked = null;
  addEventListener('submit', (event) => {
    const form = event.target;
    const by = event.submitter || form.querySelector('[data-carelet-next]') || form;
    if (checked === form) {
      checked = null;
      return;
    }
    event.preventDefault();
    if (!start(by)) return;
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    const url = new URL(event.submitter?.hasAttribute('formaction') ? event.submitter.formAction : form.action);
    const leave = () => {
      checked = form;
      form.requestSubmit(event.submitter);
    };
    if (form.method === 'get') {
      if (begun && fields.has('when')) return again(fields, url, by, leave);
      url.search = fields;
      return go('GET', url, null, by, leave);
    }
    if (/[?&](at|step)=/.test(url.search) && /\/bookings$/.test(url.pathname)) return go('POST', url, fields, by, leave);
    // The last one is left to the browser, once it is known to get through; its own page about errors is no help to anybody.
    live.textContent = words('Sending');
    reach(by, () => {
      leave();
      setTimeout(free, 15000);
    });
  });

  // What was typed is not left to whoever uses the machine next.
  let timer;
  let last;
  let before;
  const wipe = (step) => {
    for (const field of step.querySelectorAll('input:not([type=hidden]), [data-carelet-typed], textarea')) {
      if (/^(radio|checkbox)$/.test(field.type)) field.checked = field.defaultChecked = false;
      else field.value = field.defaultValue = '';
    }
  };
  const typed = () =>
    [...main().querySelectorAll('form[method=post] :is(input, textarea)')].some((field) =>
      /^(radio|checkbox)$/.test(field.type) ? field.checked : (field.type !== 'hidden' || 'careletTyped' in field.dataset) && field.value
    );
  const clear = () => {
    left.forEach(([step]) => wipe(step));
    if (!typed()) return;
    wipe(main());
    tell(words('Cleared'));
  };
  const stay = document.createElement('button');
  stay.type = 'button';
  stay.className = 'carelet-button carelet-form-quiet';
  stay.addEventListener('click', () => {
    hush();
    before?.focus();
    wait();
  });
  const warn = () => {
    if (typed()) {
      before = document.activeElement;
      stay.textContent = words('Stay');
      tell(words('Soon'), before, stay);
    }
    timer = setTimeout(clear, LAST);
  };
  const wait = () => {
    clearTimeout(timer);
    last = Date.now();
    timer = setTimeout(warn, IDLE);
  };
  const used = (event) => {
    if (stay.contains(event.target)) return;
    if (Date.now() - last >= IDLE + LAST) clear();
    else if (stay.isConnected) hush();
    wait();
  };
  for (const kind of ['keydown', 'pointerdown', 'input']) addEventListener(kind, used, { passive: true });
  // A machine that slept does not count the minutes.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - last >= IDLE + LAST) clear();
  });
  addEventListener('pageshow', (event) => {
    free();
    if (event.persisted) clear();
    wait();
  });
  wait();
})();
