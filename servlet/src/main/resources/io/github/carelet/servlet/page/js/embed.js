// Carelet in a page of another site: <carelet-widget> shows content, <carelet-booking> the form. What stands inside stays until
// there is something better, and comes back when that fails. All markup comes from the server, as a document that the browser
// has read: so no policy of Trusted Types is needed, and no style but that of the linked stylesheet.
(() => {
  const base = document.currentScript.src.replace(/(assets\/embed\.\w+|embed)\.js.*/, 'embed/');
  const names = 'kind name view heading sections location type treatment condition mode partner theme lang'.split(' ');
  const page = document.documentElement;

  class Carelet extends HTMLElement {
    static observedAttributes = names;

    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
      this.clear();
    }

    connectedCallback() {
      addEventListener('message', this);
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      removeEventListener('message', this);
      this.clear();
    }

    // Several attributes change at once.
    attributeChangedCallback() {
      clearTimeout(this.due);
      this.due = setTimeout(() => this.isConnected && this.load());
    }

    clear() {
      this.dialog?.close();
      this.own &&= this.replaceChildren(...this.own);
      this.shadowRoot.replaceChildren(document.createElement('slot'));
    }

    // Returns whether nobody has prevented what would follow.
    fire(name, detail) {
      return this.dispatchEvent(new CustomEvent('carelet:' + name, { bubbles: true, cancelable: true, detail }));
    }

    fail() {
      this.clear();
      return this.fire('error');
    }

    load() {
      const query = new URLSearchParams();
      for (const name of names) if (this.getAttribute(name)) query.set(name, this.getAttribute(name));
      query.set('lang', (this.closest('[lang]') || page).lang);
      // A frame of the page's own has its own address.
      if (this.querySelector('iframe')) query.set('frame', 1);
      const request = (this.request = new XMLHttpRequest());
      request.open('GET', base + this.localName + '?' + query);
      request.responseType = 'document';
      request.onloadend = () => {
        const { response } = request;
        if (request !== this.request) return;
        const link = response?.querySelector('link');
        if (!link) return this.fail();
        for (const element of response.querySelectorAll('*')) {
          for (const name of ['href', 'src', 'action']) element[name] &&= element[name];
        }
        link.onload = () => this.show(link.previousSibling, response.body.firstElementChild);
        link.onerror = () => this.fail();
        this.clear();
        this.shadowRoot.append(link);
      };
      request.send();
    }

    // Only now, with its stylesheet: nothing is ever seen without it.
    show(slot, content) {
      const own = this.querySelector('iframe');
      const frame = content.querySelector('iframe');
      const dialog = content.querySelector('dialog');
      this.said = this.height = 0;
      this.dialog = dialog;
      this.frame = frame;
      if (own && frame) {
        if (!dialog) {
          // It is there already, and only grows.
          this.frame = own;
          this.grow(own.offsetHeight);
          return own.contentWindow.postMessage({ carelet: 1 }, '*');
        }
        frame.src = own.src;
      }
      slot.replaceWith(content);
      if (dialog || !frame) this.fire('ready');
      if (frame) {
        // A frame that says nothing may hold an error of the browser, or the form on a slow machine, whose word comes late:
        // so the frame stays, and so does who is in it.
        frame.onload = () =>
          setTimeout(() => {
            if (this.said || !frame.isConnected || this.shadowRoot.activeElement === frame) return;
            if (!dialog) {
              this.fire('error');
              content.before((this.late = slot));
            } else if (dialog.open + this.fail() > 1) location = frame.src;
          }, 4000);
      }
      if (!dialog) return;
      // All that the page put inside, until clear gives it back.
      this.own = [...this.childNodes];
      own?.remove();
      // Without a link of the page, the button in the slot opens it.
      if (!this.querySelector('a')) this.replaceChildren();
      const { overflow } = page.style;
      content.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || !event.target.closest('a,.carelet-opener')) return;
        event.preventDefault();
        if (!this.fire('open')) return;
        dialog.showModal();
        page.style.overflow = 'hidden';
      };
      dialog.onclose = () => {
        page.style.overflow = overflow;
        this.fire('close');
      };
    }

    grow(height) {
      this.frame.style.cssText =
        'all:initial!important;display:block!important;width:100%!important;height:' + (this.height = height) + 'px!important';
    }

    handleEvent({ source, origin, data }) {
      const { frame, dialog } = this;
      if (source !== frame?.contentWindow || origin !== 'null' || data?.carelet !== 1) return;
      if (!dialog) {
        this.late?.remove();
        this.said || this.fire('ready');
        if (data.height > this.height) this.grow(Math.min(data.height, 4000));
      }
      this.said = 1;
      if (data.escape) dialog?.close();
      if (data.news) {
        const [kind, step, of] = data.news;
        // A page of a booking that is looked at again is no news.
        if (kind < 2 || this.filling) this.fire('step refused requested confirmed'.split(' ')[kind], { step, of });
        this.filling = kind < 2;
      }
    }
  }

  for (const name of ['carelet-widget', 'carelet-booking']) {
    customElements.get(name) || customElements.define(name, class extends Carelet {});
  }
})();
