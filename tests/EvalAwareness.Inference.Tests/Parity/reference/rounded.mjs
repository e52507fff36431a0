/** A family whose every intermediate row is rounded, by functions of a row and of a value. */
export function rounded(family, row, value) {
  const rows = compute => (...given) => compute(...given).map(row);
  return {
    ...family,
    embed: rows(family.embed),
    norm: (...given) => row(family.norm(...given)),
    activation: x => value(family.activation(value(x))),
    prepare: (head, parts) => row(family.prepare(row(head), parts)),
    block: (states, { add, attend, feedForward, norm }) =>
      family.block(states, { add: rows(add), attend: rows(attend), feedForward: rows(feedForward), norm }),
  };
}
