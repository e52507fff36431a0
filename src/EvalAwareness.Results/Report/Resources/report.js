'use strict';

// Everything from the run reaches the page as text: nothing here writes markup.
const data = id => JSON.parse(document.getElementById(id).textContent);
const byId = id => document.getElementById(id);
const list = data('list');
const texts = data('texts');
const textAt = number => number < 0 ? '' : texts[number];
const shownAtMost = 400;
const sectionNames = {
  system: 'System', user: 'User', text: 'Assistant', reasoning: 'Assistant, reasoning',
  tool_call: 'Tool call', tool_result: 'Tool result',
};

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

// ---- the list

const outcomes = {
  '': () => true,
  said: entry => entry.said === 'yes',
  read: entry => entry.read === 'yes',
  hidden: entry => entry.read === 'yes' && entry.said === 'no',
  neither: entry => entry.read === 'no' && entry.said === 'no',
  unread: entry => entry.read === 'unread',
};

function addOptions(select, values) {
  for (const value of new Set(values)) select.append(new Option(value, value));
}

function matches() {
  const wanted = byId('search').value.toLowerCase();
  const outcome = outcomes[byId('outcome').value];
  return list.filter(entry =>
    entry.condition === byId('condition').value
    && (!byId('dataset').value || entry.dataset === byId('dataset').value)
    && outcome(entry)
    && entry.id.toLowerCase().includes(wanted));
}

function renderList() {
  const found = matches();
  const more = found.length > shownAtMost ? `, the first ${shownAtMost} listed` : '';
  byId('count').textContent = `${found.length} transcript${found.length === 1 ? '' : 's'}${more}`;
  byId('entries').replaceChildren(...found.slice(0, shownAtMost).map(listItem));
  return found;
}

function listItem(entry) {
  const button = make('button', '', entry.id);
  button.type = 'button';
  button.append(make('small', entry.read === 'yes' || entry.said === 'yes' ? 'yes' : '', outcomeOf(entry)));
  button.addEventListener('click', () => choose(entry));
  button.entry = entry;
  const item = make('li');
  item.append(button);
  return item;
}

function outcomeOf(entry) {
  const said = { yes: 'said', no: 'not said', unread: 'speech not judged' }[entry.said];
  const read = { yes: 'read', no: 'not read', unread: 'no explanation judged' }[entry.read];
  return `${said}, ${read} · ${entry.yes} of ${entry.answered} YES`;
}

// ---- one transcript

let pinned = null;

function choose(entry) {
  const found = data('readings-' + list.indexOf(entry));
  const readings = found.readings.map(asReading);
  pinned = null;
  byId('reading').replaceChildren();
  byId('transcript').replaceChildren(
    ...heading(entry, found.turns), legend(readings),
    ...(entry.tokens < 0 ? tokensRead(readings) : wholeText(data('tokens-' + entry.tokens), readings)));
  for (const button of byId('entries').querySelectorAll('button')) {
    button.toggleAttribute('aria-current', button.entry === entry);
  }
  const first = readings.find(reading => reading.standing === 'yes') ?? readings[0];
  if (first) show(first);
}

function asReading([position, standing, token, section, message, norm, credence, samples]) {
  return {
    position, standing: textAt(standing), token: textAt(token), section: textAt(section), message, norm, credence,
    samples: samples.map(([explanation, status, verdict, evidence, reason, cosine, fve]) => ({
      explanation: textAt(explanation), status: textAt(status), verdict: textAt(verdict),
      evidence: textAt(evidence), reason: textAt(reason), cosine, fve,
    })),
  };
}

function heading(entry, turns) {
  const facts = [entry.dataset, entry.kind, entry.condition, outcomeOf(entry)];
  if (entry.aware !== null) facts.push(entry.aware ? 'known to hold the belief' : 'known not to hold the belief');
  const said = turns.filter(([, verdict]) => textAt(verdict) === 'yes')
    .map(([message, , evidence]) => make('p', 'note', `Said in message ${message}: “${textAt(evidence)}”`));
  return [make('h3', '', entry.id), make('p', 'note', facts.join(' · ')), ...said];
}

function legend(readings) {
  const line = make('p', 'legend');
  for (const standing of ['yes', 'no', 'unclear', 'unread']) {
    const count = readings.filter(reading => reading.standing === standing).length;
    line.append(make('span', 'mark ' + standing, `${standing} ${count}`));
  }
  line.append(make('span', '', 'point at a coloured token, or reach it with Tab or the arrow keys; Enter keeps it, Esc lets go'));
  return line;
}

function wholeText(stretches, readings) {
  const readAt = new Map(readings.map(reading => [reading.position, reading]));
  return stretches.flatMap(([section, message, start, words]) => {
    const block = make('div', 'words ' + textAt(section));
    words.forEach((word, offset) => {
      const reading = readAt.get(start + offset);
      block.append(reading ? mark(reading, textAt(word)) : textAt(word));
    });
    block.normalize();
    return [sectionHeading(textAt(section), message), block];
  });
}

// Without the text, the tokens that were read still stand in their order.
function tokensRead(readings) {
  const parts = [make('p', 'note', 'The text of this transcript was not at hand: these are the tokens that were read.')];
  let last = null;
  let block = null;
  for (const reading of readings) {
    const place = reading.section + reading.message;
    if (place !== last) {
      block = make('div', 'words ' + reading.section);
      parts.push(sectionHeading(reading.section, reading.message), block);
      last = place;
    }
    block.append(mark(reading, reading.token), ' … ');
  }
  return parts;
}

function sectionHeading(section, message) {
  return make('h4', '', `${sectionNames[section] ?? section} · message ${message}`);
}

function mark(reading, text) {
  const button = make('button', 'mark ' + reading.standing, text);
  button.type = 'button';
  button.title = `${reading.standing}, token ${reading.position}`;
  reading.button = button;
  button.addEventListener('mouseenter', () => { if (!pinned) show(reading); });
  button.addEventListener('focus', () => { if (!pinned) show(reading); });
  button.addEventListener('click', () => {
    pinned = pinned === reading ? null : reading;
    show(reading);
  });
  return button;
}

// ---- one reading

function show(reading) {
  for (const other of byId('transcript').querySelectorAll('.shown')) other.classList.remove('shown');
  reading.button?.classList.add('shown');
  const title = make('p');
  title.append(make('span', 'mark verdict ' + reading.standing, reading.standing), ` ${pinned ? 'kept, ' : ''}token ${reading.position} `);
  title.append(make('b', '', JSON.stringify(reading.token)));
  byId('reading').replaceChildren(
    title,
    ...reading.samples.map((sample, number) => sampleOf(sample, reading.samples.length > 1 ? number + 1 : null)),
    facts([['Norm', reading.norm], ['Credence', reading.credence]]));
}

function sampleOf(sample, number) {
  const block = make('div', 'sample');
  if (number) block.append(make('small', '', `Sample ${number}`));
  block.append(make('p', 'explanation', sample.explanation || 'No explanation.'));
  const fidelity = sample.fve === null ? sample.cosine : `${sample.fve} (cosine ${sample.cosine ?? 'unknown'})`;
  block.append(facts([
    ['Verdict', sample.verdict || 'none'], ['Evidence', sample.evidence && `“${sample.evidence}”`], ['Reason', sample.reason],
    ['Status', sample.status === 'closed' ? null : sample.status], [sample.fve === null ? 'Cosine' : 'FVE', fidelity],
  ]));
  return block;
}

function facts(pairs) {
  const block = make('dl');
  for (const [label, value] of pairs) {
    if (value === null || value === undefined || value === '') continue;
    const row = make('div');
    row.append(make('dt', '', label), make('dd', '', String(value)));
    block.append(row);
  }
  return block;
}

// ---- keys

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') pinned = null;
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || !document.activeElement?.matches('#transcript .mark')) return;
  const marks = [...byId('transcript').querySelectorAll('button.mark')];
  const next = marks[marks.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  pinned = null;
  next.focus();
});

for (const link of document.querySelectorAll('nav a')) link.hidden = !document.querySelector(link.getAttribute('href'));
addOptions(byId('dataset'), list.map(entry => entry.dataset));
addOptions(byId('condition'), list.map(entry => entry.condition));
byId('filters').addEventListener('input', renderList);
byId('filters').addEventListener('submit', event => event.preventDefault());
const opening = renderList();
if (opening.length) choose(opening.find(entry => entry.read === 'yes') ?? opening[0]);
