'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const sources = data.sources || {};
  const SVG = 'http://www.w3.org/2000/svg';

  const make = (tag, attributes = {}, text) => {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const draw = (tag, attributes) => {
    const node = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const THREAD_COLOURS = 6;
  // T1 stands left of T2 whichever goes first; other threads stand in the order of their first steps.
  const threadsOf = steps => {
    const names = [...new Set(steps.map(step => step.thread))], numbered = name => /^T\d+$/.test(name);
    const sorted = names.filter(numbered).sort((a, b) => a.slice(1) - b.slice(1));
    return names.map(name => (numbered(name) ? sorted.shift() : name));
  };

  // What is known after so many steps: the values last read or written, who holds what, who waits.
  const stateAfter = (steps, count) => {
    const values = new Map(), holders = new Map(), waiting = new Map();
    steps.slice(0, count).forEach(step => {
      waiting.delete(step.thread);
      if (['READ', 'WRITE', 'UPDATE'].includes(step.kind) && step.target && step.value != null) values.set(step.target, step.value);
      if (step.waitsFor) waiting.set(step.thread, step.waitsFor + (step.heldBy ? ', held by ' + step.heldBy : ''));
      else if (step.kind === 'LOCK' && step.target) holders.set(step.target, step.thread);
      if (step.kind === 'UNLOCK' && step.target) holders.delete(step.target);
    });
    return { values, holders, waiting };
  };

  // The pair of accesses that nothing orders, if the finding is a data race.
  const racingPair = finding => {
    if (finding.kind !== 'data-race') return null;
    const steps = finding.schedule;
    const touches = step => ['READ', 'WRITE', 'UPDATE'].includes(step.kind) && step.target === finding.variable;
    const last = steps.findLastIndex(touches);
    const first = steps.findLastIndex((step, i) => i < last && touches(step) && step.thread !== steps[last].thread
      && (step.kind !== 'READ' || steps[last].kind !== 'READ'));
    return first < 0 ? null : [first, last];
  };

  const stateTable = state => {
    const table = make('table', { class: 'state' });
    const row = (name, text) => {
      const line = table.insertRow();
      line.append(make('th', { scope: 'row' }, name), make('td', {}, text));
    };
    state.values.forEach((value, name) => row(name, '= ' + value));
    state.holders.forEach((thread, name) => row(name, 'held by ' + thread));
    state.waiting.forEach((what, thread) => row(thread, 'waits for ' + what));
    if (!table.rows.length) row('state', 'nothing has happened yet');
    return table;
  };

  // A step outside of the student's files leaves the file of the step before it on view.
  const showSource = (pane, step, shown) => {
    pane.replaceChildren();
    const text = sources[(shown || {}).file];
    if (!text) {
      pane.append(make('span', {}, 'The sources are not in this page.'));
      return;
    }
    text.split('\n').forEach((line, i) => {
      const span = make('span', step && step.file === shown.file && i + 1 === step.line ? { class: 'lit', 'aria-current': 'true' } : {}, String(i + 1).padStart(4) + '  ' + line);
      pane.append(span);
    });
    const lit = pane.querySelector('.lit');
    if (lit) pane.scrollTop = lit.offsetTop - pane.offsetTop - pane.clientHeight / 2;
  };

  // A line of the file that most steps lie in needs no file name beside it.
  const mainFile = steps => {
    const counts = new Map();
    steps.filter(step => step.line && step.file).forEach(step => counts.set(step.file, (counts.get(step.file) || 0) + 1));
    return [...counts].sort((one, other) => other[1] - one[1]).map(([file]) => file)[0] || '';
  };
  const placeOf = (step, main) => (step.file === main ? '' : step.file.replace(/.*\//, '')) + ':' + step.line;

  const laneTable = (steps, threads, racing) => {
    const main = mainFile(steps);
    const table = make('table');
    const head = table.createTHead().insertRow();
    head.append(make('th', { scope: 'col' }, '#'), ...threads.map((thread, i) => make('th', { scope: 'col', class: 't' + i % THREAD_COLOURS }, thread)));
    const body = table.createTBody();
    steps.forEach((step, i) => {
      const row = body.insertRow();
      if (racing && racing.includes(i)) row.classList.add('racing');
      row.append(make('td', { class: 'number' }, i + 1));
      threads.forEach((thread, column) => {
        const cell = make('td', thread === step.thread ? { class: 'has t' + column % THREAD_COLOURS } : {}, thread === step.thread ? step.what : '');
        if (thread === step.thread && step.line && step.file) cell.append(make('span', { class: 'place' }, '  ' + placeOf(step, main)));
        row.append(cell);
      });
    });
    return table;
  };

  // Green: this step comes after that one because of what they share. Red and dashed: nothing says so.
  const drawEdges = (lanes, table, steps, racing) => {
    lanes.querySelector('svg')?.remove();
    const svg = draw('svg', { width: table.offsetWidth, height: table.offsetHeight, 'aria-hidden': 'true' });
    const cellOf = i => table.tBodies[0].rows[i].querySelector('.has');
    const line = (from, to, kind) => {
      // From the side of the one cell that faces the other: no line crosses what it connects.
      const one = cellOf(from), other = cellOf(to), right = other.offsetLeft > one.offsetLeft;
      const x1 = one.offsetLeft + (right ? one.offsetWidth - 4 : 4), x2 = other.offsetLeft + (right ? 4 : other.offsetWidth - 4);
      const y1 = one.offsetTop + one.offsetHeight / 2, y2 = other.offsetTop + other.offsetHeight / 2;
      svg.append(draw('path', { d: `M${x1} ${y1} C${x1} ${(y1 + y2) / 2} ${x2} ${(y1 + y2) / 2} ${x2} ${y2}`, class: kind }));
    };
    steps.forEach((step, i) => { if (step.after >= 0 && step.after < i && steps[step.after].thread !== step.thread) line(step.after, i, 'edge'); });
    if (racing) line(racing[0], racing[1], 'missing');
    lanes.append(svg);
  };

  const stepper = (viewer, finding) => {
    const steps = finding.schedule, threads = threadsOf(steps), racing = racingPair(finding);
    const said = make('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
    const lanes = make('div', { class: 'lanes', tabindex: '0', role: 'region', 'aria-label': 'Steps, a column for each thread' });
    const table = laneTable(steps, threads, racing);
    const source = make('pre', { class: 'source', tabindex: '0', 'aria-label': 'Your source' });
    const state = make('div');
    const slider = make('input', { type: 'range', min: 0, max: steps.length, 'aria-label': 'Step' });
    let at = 0, moved = false;
    const go = to => {
      at = Math.max(0, Math.min(steps.length, to));
      slider.value = at;
      const step = steps[at - 1];
      [...table.tBodies[0].rows].forEach((row, i) => {
        row.classList.toggle('later', moved && i >= at);
        row.classList.toggle('now', i === at - 1);
      });
      said.textContent = step ? `Step ${at} of ${steps.length}: ${step.thread} ${step.what}` : `Before the first of ${steps.length} steps`;
      state.replaceChildren(stateTable(stateAfter(steps, at)));
      const known = each => sources[each.file];
      showSource(source, step, steps.slice(0, at).reverse().find(known) || steps.find(known));
      const row = table.tBodies[0].rows[at - 1];
      if (row) lanes.scrollTop = row.offsetTop - lanes.clientHeight / 2;
      buttons.forEach(([button, , end]) => { button.disabled = at === end(); });
    };
    const buttons = [['First', () => 0, () => 0], ['Back', () => at - 1, () => 0], ['Forward', () => at + 1, () => steps.length], ['Last', () => steps.length, () => steps.length]]
      .map(([name, to, end]) => {
        const button = make('button', { type: 'button', 'data-go': name.toLowerCase() }, name);
        button.addEventListener('click', () => { moved = true; go(to()); });
        return [button, to, end];
      });
    slider.addEventListener('input', () => { moved = true; go(Number(slider.value)); });
    table.addEventListener('click', event => {
      const row = event.target.closest('tbody tr');
      if (row) { moved = true; go([...table.tBodies[0].rows].indexOf(row) + 1); }
    });
    const controls = make('div', { class: 'controls' });
    controls.append(...buttons.map(([button]) => button), slider);
    lanes.append(table);
    const right = make('div');
    right.append(source, state);
    const panes = make('div', { class: 'panes' });
    panes.append(lanes, right);
    const legend = make('p', { class: 'legend' }, 'Arrow keys step. A green line: this step is ordered after that one, by the lock or variable they share.'
      + (racing ? ' The red dashed line: nothing orders these two accesses.' : ''));
    const box = make('div', { tabindex: '0', class: 'stepper', role: 'group', 'aria-label': 'The run, step by step' });
    box.append(controls, said, panes, legend);
    box.addEventListener('keydown', event => {
      if (event.target === slider) return;
      const moves = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: steps.length };
      if (event.key in moves) { moved = true; go(moves[event.key]); event.preventDefault(); }
    });
    viewer.append(box);
    go(1);
    drawEdges(lanes, table, steps, racing);
    new ResizeObserver(() => drawEdges(lanes, table, steps, racing)).observe(table);
  };

  // The recorded steps of each thread, played in an order of the reader's choice. It is not the program: where a thread
  // sees what it did not see in the recorded run, and may go another way, the play says so and ends.
  const machine = steps => {
    const isMain = step => step.thread === 'main';
    const first = steps.findIndex(step => !isMain(step)), last = steps.findLastIndex(step => !isMain(step));
    const prologue = steps.slice(0, Math.max(0, first)), played = first < 0 ? [] : steps.slice(first, last + 1).filter(step => step.kind !== 'END');
    const threads = threadsOf(played);
    const programs = new Map(threads.map(thread => [thread, played.filter(step => step.thread === thread)]));
    const changes = step => step.target && ['WRITE', 'UPDATE', 'OTHER', 'CALL'].includes(step.kind) && !/\.(get|is|load|size)\w*\(/.test(step.what);
    const influences = (list, step) => list.filter(other => other.thread !== step.thread && other.target === step.target && changes(other));
    // Of an atomic operation we know the outcome only where the others have done to its target what they had done in the run.
    const sameAsRecorded = (m, step) => {
      const recorded = influences(played.slice(0, played.indexOf(step)), step), now = influences(m.taken, step);
      return recorded.length === now.length && recorded.every(other => now.includes(other));
    };
    const number = text => (text != null && text !== '' && !isNaN(text) ? Number(text) : null);
    // A read and then a write of the same field on one line, as in count++: it adds to whatever it reads.
    const adds = (t, step) => {
      const program = programs.get(t), after = program.slice(program.indexOf(step) + 1).find(other => other.target === step.target);
      return after && after.kind === 'WRITE' && after.line === step.line && number(after.value) !== null && number(step.value) !== null;
    };
    const wanted = step => (step.kind === 'LOCK' ? step.target : step.waitsFor?.startsWith('the monitor of ') ? step.waitsFor.slice(15) : null);
    const initial = new Map();
    played.forEach(step => {
      if (['READ', 'WRITE'].includes(step.kind) && step.target && !initial.has(step.target)) initial.set(step.target, step.kind === 'READ' ? step.value : '0');
    });
    initial.forEach((value, target) => { if (value == null) initial.delete(target); });
    prologue.forEach(step => { if (['READ', 'WRITE'].includes(step.kind) && step.target && step.value != null) initial.set(step.target, step.value); });
    const fresh = () => {
      const m = { at: new Map(threads.map(t => [t, 0])), values: new Map(initial), held: new Map(), seen: new Map(), asleep: new Set(), taken: [], log: [], unknown: '', guessed: false };
      prologue.forEach(step => { if (step.kind === 'LOCK') m.held.set(step.target, 'main'); else if (step.kind === 'UNLOCK') m.held.delete(step.target); });
      return m;
    };
    const next = (m, t) => programs.get(t)[m.at.get(t)];
    const can = (m, t) => {
      const step = next(m, t);
      if (!step || m.unknown || m.asleep.has(t)) return false;
      const lock = wanted(step), holder = lock && m.held.get(lock);
      return !holder || holder === t;
    };
    const read = (m, t, step) => {
      const value = m.values.get(step.target);
      if (value == null || step.value == null) return step.what;
      if (value !== step.value) {
        const rest = programs.get(t).slice(m.at.get(t) + 1).some(other => other.kind !== 'UNLOCK');
        if (adds(t, step)) m.guessed = true;
        else if (rest) m.unknown = `${t} reads ${step.target} = ${value} here, and read ${step.value} in the recorded run`;
      }
      m.seen.set(t + ' ' + step.target, { recorded: number(step.value), played: number(value), line: step.line });
      return `reads ${step.target} = ${value}`;
    };
    const write = (m, t, step) => {
      const seen = m.seen.get(t + ' ' + step.target), written = number(step.value);
      const known = seen && seen.line === step.line && seen.recorded !== null && seen.played !== null && written !== null;
      const value = known ? String(seen.played + written - seen.recorded) : step.value;
      if (value == null) return step.what;
      m.values.set(step.target, value);
      return `writes ${step.target} = ${value}`;
    };
    const take = (m, t) => {
      const step = next(m, t), lock = wanted(step);
      let words = step.what;
      if (step.kind === 'READ') words = read(m, t, step);
      else if (step.kind === 'WRITE') words = write(m, t, step);
      else if (lock) {
        m.held.set(lock, t);
        words = 'locks ' + lock;
        if (step.waitsFor) m.unknown = `${t} gets ${lock} here, for which it waited in the recorded run`;
      } else if (step.kind === 'UNLOCK') m.held.delete(step.target);
      else if (step.kind === 'WAIT' && step.waitsFor) { m.held.delete(step.target); m.asleep.add(t); }
      else if (step.kind === 'NOTIFY' || step.kind === 'UNPARK') {
        const lost = [...m.asleep].find(other => !next(m, other));
        if (lost) m.unknown = `${lost} is woken here, and slept on in the recorded run`;
        m.asleep.clear();
      } else if (step.value != null && step.target && !sameAsRecorded(m, step)) m.unknown = `${step.what.split(' →')[0]} by ${t} comes at another point than in the recorded run`;
      m.taken.push(step);
      m.at.set(t, m.at.get(t) + 1);
      m.log.push(`${t} ${words}`);
    };
    const done = m => threads.every(t => !next(m, t)) && !m.asleep.size;
    const stuck = m => !m.unknown && !done(m) && threads.every(t => !can(m, t));
    const result = m => [...m.values].map(([k, v]) => `${k} = ${v}`).join(', ');
    const ends = order => {
      const m = fresh();
      order.forEach(t => { if (can(m, t)) take(m, t); });
      return done(m) && !m.unknown ? result(m) : null;
    };
    const orders = list => list.length < 2 ? [list] : list.flatMap((t, i) => orders([...list.slice(0, i), ...list.slice(i + 1)]).map(rest => [t, ...rest]));
    const serial = new Set(orders(threads.slice(0, 5)).map(order => ends(order.flatMap(t => programs.get(t).map(() => t)))).filter(text => text !== null));
    return { threads, fresh, next, can, take, done, stuck, result, serial, failed: ends(played.map(step => step.thread)) };
  };

  // What the judge says, and whether it is good news.
  const judge = (play, m, race) => {
    if (m.unknown) return [`${m.unknown}: the class may go another way from here, which this page cannot know. ./bouncer schedule runs it your way.`, ''];
    if (race && (play.stuck(m) || play.done(m))) return ['Here the recording ends: with two accesses that nothing orders. In no order is the second certain to see the first.', ''];
    if (play.stuck(m)) return ['You broke it: no thread can continue, and not all have ended.', 'broken'];
    if (!play.done(m)) return null;
    const end = play.result(m), caveat = m.guessed ? ' (If each branch goes the way it went in the recorded run.)' : '';
    if (play.serial.has(end)) return [`It held: ${end} is what one after the other gives too.${caveat}`, 'fine'];
    if (play.serial.size) return [`You broke it: ${end}; one after the other gives ${[...play.serial].join(' or ')}.${caveat}`, 'broken'];
    if (end === play.failed) return [`You broke it: ${end}, as in the recorded run.`, 'broken'];
    return [`It ends with ${end}. Whether that is right, only ./bouncer schedule can tell: it runs the class itself.`, ''];
  };

  const scheduler = (viewer, finding) => {
    const play = machine(finding.schedule);
    if (play.threads.length < 2) return;
    const box = make('details', { class: 'plain scheduler' });
    box.append(make('summary', {}, 'Be the scheduler: can you break it?'));
    box.append(make('p', { class: 'legend' }, 'You choose which thread goes next. This plays the recorded steps of each thread in your order; it does not run the class, and says so where the class might go another way. '
      + 'The judge compares the end with the threads running one after the other. To run the class itself your way: ./bouncer schedule'));
    const controls = make('div', { class: 'controls', role: 'group', 'aria-label': 'Which thread goes next' });
    const said = make('p', { class: 'said', role: 'status', 'aria-live': 'polite' });
    const log = make('ol'), state = make('div');
    let m = play.fresh(), history = [];
    const update = () => {
      controls.replaceChildren();
      play.threads.forEach(t => {
        const step = play.next(m, t);
        const button = make('button', { type: 'button', 'data-thread': t }, t + ': ' + (step ? step.what + (step.line && step.file ? ' :' + step.line : '') : 'done'));
        button.disabled = !play.can(m, t);
        button.addEventListener('click', () => { history.push(t); play.take(m, t); update(); });
        controls.append(button);
      });
      const undo = make('button', { type: 'button', 'data-undo': '' }, 'Take back');
      undo.disabled = !history.length;
      undo.addEventListener('click', () => { replay(history.slice(0, -1)); });
      const again = make('button', { type: 'button', 'data-again': '' }, 'Start again');
      again.addEventListener('click', () => replay([]));
      controls.append(undo, again);
      log.replaceChildren(...m.log.map(line => make('li', {}, line)));
      state.replaceChildren(stateTable({ values: m.values, holders: m.held, waiting: new Map([...m.asleep].map(t => [t, 'a wake-up'])) }));
      const verdict = judge(play, m, racingPair(finding) !== null);
      said.className = 'said ' + (verdict ? verdict[1] : '');
      said.textContent = verdict ? verdict[0] : history.length ? m.log[m.log.length - 1] : 'Which thread goes first?';
    };
    const replay = moves => { m = play.fresh(); history = moves; moves.forEach(t => play.take(m, t)); update(); };
    update();
    box.append(controls, said, state, log);
    viewer.append(box);
  };

  const bars = (plot, coverage) => {
    const mine = coverage.submission || [], theirs = coverage.reference || [];
    if (!mine.length || mine.length !== theirs.length) return;
    const most = Math.max(...mine, ...theirs) || 1, wide = Math.max(8, Math.min(36, 640 / mine.length)), tall = 120;
    const svg = draw('svg', { width: wide * mine.length + 10, height: tall, role: 'img', 'aria-label': `Each pair: yours beside what it is measured against. Median ratio ${coverage.ratio.toFixed(2)}, limit ${coverage.floor.toFixed(2)}.` });
    mine.forEach((value, i) => {
      [[value, 'mine', 0], [theirs[i], 'theirs', wide * .42]].forEach(([v, kind, shift]) => {
        const height = Math.max(1, tall * v / most);
        const bar = draw('rect', { x: 5 + i * wide + shift, y: tall - height, width: wide * .38, height, class: kind });
        const title = draw('title', {});
        title.textContent = `${kind === 'mine' ? 'yours' : 'reference'}: ${v}`;
        bar.append(title);
        svg.append(bar);
      });
    });
    // Beside the picture and not in it: however few pairs there are, the words are not cut off.
    plot.append(svg, make('p', { class: 'legend' }, `Blue: yours, grey: what it is measured against, in ${mine.length === 1 ? 'one pair' : mine.length + ' pairs'}; median ratio ${coverage.ratio.toFixed(2)}, limit ${coverage.floor.toFixed(2)}.`));
  };

  const counts = (plot, check) => {
    const c = check.coverage;
    const many = c.executions === 1 ? '1 schedule' : c.executions + ' schedules';
    if (c.kind === 'explored') plot.append(make('p', { class: 'legend' }, c.complete ? (c.executions === 1 ? 'The only schedule that matters.' : `All ${many} that matter.`) : c.preemptions >= 0 ? `All schedules with at most ${c.preemptions} ${c.preemptions === 1 ? 'preemption' : 'preemptions'} (${c.executions}).` : check.outcome === 'FAILED' ? `Found after ${many}.` : `${many}, a sample.`));
    if (c.kind === 'stressed') plot.append(make('p', { class: 'legend' }, `${c.rounds} rounds on ${c.threads} threads of the real machine.`));
    if (c.kind === 'timed') bars(plot, c);
    check.findings.forEach(f => {
      const found = Number((f.actual || '').replace(/[^0-9.-]/g, '')), wanted = Number((f.expected || '').replace(/[^0-9.-]/g, ''));
      if (check.kind !== 'stress' || !f.actual || !f.expected || !(wanted > 0) || isNaN(found)) return;
      const svg = draw('svg', { width: 520, height: 48, role: 'img', 'aria-label': `Found ${found}, expected ${wanted}` });
      [['expected ' + wanted, 1, 'theirs', 2], ['found ' + found, Math.min(1, Math.max(0, found / wanted)), 'mine', 24]].forEach(([words, share, kind, y]) => {
        svg.append(draw('rect', { x: 0, y, width: 320 * share, height: 16, class: kind }));
        const text = draw('text', { x: 330, y: y + 13 });
        text.textContent = words;
        svg.append(text);
      });
      plot.append(svg);
    });
  };

  const sections = new Map([...document.querySelectorAll('.check')].map(section => [section.dataset.key, section]));
  data.exercises.forEach(exercise => exercise.checks.forEach(check => {
    const section = sections.get(exercise.slug + ' ' + check.id);
    if (!section) return;
    counts(section.querySelector('.plot'), check);
    const viewers = section.querySelectorAll('.viewer');
    check.findings.forEach((finding, i) => {
      if (!finding.schedule || !finding.schedule.length) return;
      stepper(viewers[i], finding);
      scheduler(viewers[i], finding);
    });
  }));
})();
