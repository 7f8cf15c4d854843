// The clinic's inbox. It says how many requests wait while a page is open, leads by keys, and hides what is on the screen when
// nobody has touched it for long. Everything works without it.
(() => {
  const root = document.querySelector('.carelet-staff');
  const count = root.querySelector('[data-carelet-count]');
  const title = document.title;
  const show = ({ requested, late }) => {
    const known = Number(count.dataset.careletCount);
    count.textContent = requested;
    document.title = requested ? '(' + requested + ') ' + title : title;
    count.classList.toggle('carelet-staff-late', late > 0);
    const news = root.querySelector('[data-carelet-news]');
    if (news && requested > known) news.hidden = false;
  };
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(count.dataset.careletFrom, { credentials: 'same-origin', cache: 'no-store' });
      if (answer.ok) show(await answer.json());
    } catch {
      // The next time will tell.
    }
  };
  if (count) {
    setInterval(ask, 20000);
    addEventListener('visibilitychange', ask);
  }
  root.querySelector('[data-carelet-keys]')?.removeAttribute('hidden');
  addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select');
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const there = root.querySelector('[data-carelet-key="' + CSS.escape(event.key) + '"]');
    if (!there) return;
    event.preventDefault();
    there.focus();
    if (there.matches('a')) there.click();
  });
  const copies = (within) => {
    for (const button of within.querySelectorAll('[data-carelet-copies]')) {
      const [text, said] = ['copy', 'copied'].map((name) => button.closest('form').querySelector('[data-carelet-' + name + ']'));
      button.hidden = !navigator.clipboard;
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(text.value);
        if (said) said.hidden = false;
      });
    }
  };
  copies(root);
  // What a form would show is shown while it is filled in.
  const live = root.querySelector('[data-carelet-live]');
  const parts = (page) => [...page.querySelectorAll('[data-carelet-fresh]')];
  let due;
  let asked;
  const renew = () => {
    const request = (asked = new XMLHttpRequest());
    const url = live.action + '?' + new URLSearchParams(new FormData(live));
    request.open('GET', url);
    request.responseType = 'document';
    request.onload = () => {
      if (request !== asked || request.status !== 200) return;
      const fresh = parts(request.response);
      parts(root).forEach((part, i) => part.replaceChildren(...fresh[i].childNodes));
      parts(root).forEach(copies);
      history.replaceState(null, '', url);
    };
    request.send();
  };
  live?.addEventListener('input', () => {
    clearTimeout(due);
    due = setTimeout(renew, 300);
  });
  const idle = Number(root.dataset.careletIdle) * 60000;
  let touched = Date.now();
  for (const kind of ['keydown', 'pointerdown', 'pointermove', 'scroll']) {
    addEventListener(kind, () => (touched = Date.now()), { passive: true });
  }
  const hide = () => {
    if (Date.now() - touched < idle) return;
    root.querySelector('main').hidden = true;
    root.querySelector('[data-carelet-hidden]').hidden = false;
  };
  if (idle) setInterval(hide, 15000);
  root.querySelector('[data-carelet-hidden] button')?.addEventListener('click', () => {
    touched = Date.now();
    root.querySelector('main').hidden = false;
    root.querySelector('[data-carelet-hidden]').hidden = true;
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
})();
