// زر ينسخ الشيفرة، فوق كل كتلة منها. كلماته من وسم script في القالب. لا ينسخ الأسطر التي حذفت.
const words = document.currentScript.dataset;
for (const pre of navigator.clipboard ? document.querySelectorAll('pre:has(> code)') : []) {
  const bar = document.createElement('div');
  bar.className = 'code-bar';
  const told = document.createElement('span');
  told.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-copy';
  button.textContent = words.copy;
  button.addEventListener('click', async () => {
    const code = pre.querySelector('code').cloneNode(true);
    code.querySelectorAll('.line-removed').forEach((line) => line.remove());
    try {
      await navigator.clipboard.writeText(code.textContent);
      told.textContent = words.copied;
    } catch {
      told.textContent = words.failed;
    }
    setTimeout(() => (told.textContent = ''), 3000);
  });
  bar.append(told, button);
  pre.before(bar);
}
