const finding = document.querySelector('.finding');
const find = (selector) => finding.querySelector(selector);

/** @param {string} name @param {string} [className] @param {(string | Node)[]} children */
function element(name, className = '', ...children) {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...children);
  return made;
}

const CHOICES = { true: 'yes', false: 'no', '': 'none' };

const say = (value) => CHOICES[value] ?? value;

/** @param {{ field: string, value: string }[]} changes */
function answerOf(changes) {
  if (changes.length === 0) return element('span', 'same', 'the same');
  const parts = changes.flatMap(({ field, value }) => [', ', element('code', '', field), ` ${say(value)}`]);
  return element('span', '', ...parts.slice(1));
}

/** Shows what the shop makes of some signals, and why. */
export async function showFinding(name, signals) {
  const response = await fetch('/lab/explanations', { method: 'POST', body: JSON.stringify(signals) });
  if (!response.ok) return;
  const { answer, evidence, signals: read, userAgent } = await response.json();
  find('h2').textContent = name;
  find('.answer').replaceChildren(
    ...answer.map(({ field, value }) =>
      element('div', '', element('dt', '', element('code', '', field)), element('dd', '', say(value))),
    ),
  );
  find('.evidence').replaceChildren(...(evidence.length > 0 ? evidence.map(evidenceOf) : [element('li', '', NOTHING)]));
  find('.user-agent').replaceChildren(
    ...userAgent.map(({ text, isEvidence }) => (isEvidence ? element('mark', '', text) : text)),
  );
  find('tbody').replaceChildren(
    ...read.map((signal) =>
      element(
        'tr',
        '',
        element('td', '', element('code', '', signal.name)),
        element('td', 'said', signal.said || '–'),
        element('td', '', answerOf(signal.without)),
      ),
    ),
  );
  finding.hidden = false;
}

const NOTHING = 'Nothing that it says is of any other kind: a desktop, in a browser.';

function evidenceOf({ signal, said, without }) {
  const where = signal === 'userAgent' ? [] : [element('code', '', signal), ' '];
  const instead = element('small', '', 'Without it: ', answerOf(without));
  return element('li', '', element('span', '', ...where, element('b', '', said)), instead);
}
