// Every document of the booking flow. It leads the focus to where a step begins, and in a frame it tells the page around it
// how high it is. It never says more than numbers: every script of that page hears them.
(() => {
  const reach = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (target) {
      target.focus({ preventScroll: true });
      target.scrollIntoView();
    }
  };
  reach();
  addEventListener('hashchange', reach);
  if (parent === self) return;
  let known;
  const say = (numbers) => parent.postMessage({ carelet: 1, ...numbers }, '*');
  // The root element is never lower than the frame itself, so what is measured is inside. A frame that is out of sight gets
  // no news of its size from the browser, hence the first look at once. One that has no width yet has no height to speak of,
  // but says that it is there.
  const measure = () => {
    const height = innerWidth && Math.ceil(document.querySelector('main').getBoundingClientRect().height);
    if (height !== known) say({ height: (known = height) });
  };
  const again = () => {
    known = undefined;
    measure();
  };
  let told;
  const tell = () => {
    const main = document.querySelector('main');
    const news = main !== told && main.dataset.careletNews;
    told = main;
    if (news) say({ news: news.split(' ').map(Number) });
  };
  measure();
  tell();
  new ResizeObserver(measure).observe(document.body);
  new MutationObserver(tell).observe(document.body, { childList: true });
  addEventListener('load', measure);
  addEventListener('pageshow', again);
  addEventListener('message', (event) => {
    if (event.source === parent && event.data?.carelet === 1) again();
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) say({ escape: 1 });
  });
})();
