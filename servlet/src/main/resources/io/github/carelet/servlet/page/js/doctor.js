// Has the form in the doctor's frame sent, and says on the page around it what became of it. Without this there is a button.
(() => {
  const arrived = document.querySelector('[data-carelet-rehearsal]');
  const form = document.querySelector('[data-carelet-trial]');
  const page = document.querySelector('[data-carelet-verdict]');
  if (arrived) {
    // Told to whoever shows it: there is nothing in it but that it arrived.
    parent.postMessage({ careletArrived: arrived.dataset.careletRehearsal }, '*');
  }
  if (form) {
    addEventListener('message', (event) => {
      if (event.source === parent && event.data === 'carelet:send') {
        form.submit();
      }
    });
  }
  if (page) {
    const frame = document.querySelector('iframe');
    const say = (verdict) => {
      page.dataset.careletVerdict = verdict;
      page.textContent = page.dataset[verdict];
    };
    const send = () => frame.contentWindow.postMessage('carelet:send', '*');
    const late = setTimeout(() => say('missing'), 8000);
    addEventListener('message', (event) => {
      const verdict = event.source === frame.contentWindow && event.data && event.data.careletArrived;
      if (verdict === 'whole' || verdict === 'changed') {
        clearTimeout(late);
        say(verdict);
      }
    });
    frame.addEventListener('load', send);
    send();
  }
})();
