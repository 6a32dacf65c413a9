// The demo's bar: whose eyes to look through. It runs before the app's own scripts, so that they find a token.
(() => {
  const { people, at } = JSON.parse(document.getElementById('linli-demo').textContent);
  const roles = { resident: '居民', agent: '代办员', manager: '管理员', nobody: '没登记的人' };

  const become = (person) => {
    localStorage.setItem('linli.token', person.token);
    localStorage.setItem('linli.person', person.id);
    return person;
  };
  const stored = localStorage.getItem('linli.token');
  const current =
    people.find((person) => person.token === stored) ??
    become(people.find((person) => person.role === 'resident') ?? people[0]);

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const option = (person) =>
    element('option', {
      value: person.id,
      textContent: person.orgName ? `${person.name} · ${person.orgName}` : person.name,
      selected: person === current,
    });
  const group = ([role, label]) =>
    element('optgroup', { label }, ...people.filter((person) => person.role === role).map(option));

  const select = element('select', { id: 'linli-bar-person' }, ...Object.entries(roles).map(group));
  select.addEventListener('change', () => {
    become(people.find((person) => person.id === select.value));
    location.hash = '#/pages/home/index';
    location.reload();
  });

  /** What is asked once the bar is there: the sheets at the doors, each a link to what scanning it opens. */
  const sheets = element('details', { className: 'linli-bar-sheets', hidden: true });
  const sheet = ({ name, code }) => {
    const link = element('a', { href: `#/pages/home/index?scene=${code}`, textContent: name });
    // A scan opens the app anew.
    link.addEventListener('click', (event) => {
      event.preventDefault();
      location.hash = link.hash;
      location.reload();
    });
    return link;
  };
  const showSheets = (codes) => {
    sheets.append(element('summary', { textContent: '扫码' }), element('div', {}, ...codes.map(sheet)));
    sheets.hidden = codes.length === 0;
  };

  const clock = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const bar = element(
    'aside',
    { className: 'linli-bar', ariaLabel: '演示：换一个人看' },
    element('label', { htmlFor: select.id, textContent: '现在是' }),
    select,
    sheets,
    element('time', {
      dateTime: new Date(at).toISOString(),
      textContent: `北京时间 ${clock.format(at)}`,
      title: '演示里的时间',
    }),
  );
  document.documentElement.classList.add('linli-demo');
  document.addEventListener('DOMContentLoaded', () => {
    document.body.prepend(bar);
    fetch('/_local/codes')
      .then((answer) => answer.json())
      // The bar is whole without them.
      .then(showSheets, () => undefined);
  });
})();
