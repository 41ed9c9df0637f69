/** Which treatments show in the table of everything, and in which order. Pure. */

/** Returns the entries that fit all filters: {filter id: value wanted, "" for any}. */
export const fitting = (procedures, wanted) =>
  procedures.filter(({ filters }) =>
    Object.entries(wanted).every(([id, value]) => !value || (filters[id] ?? []).includes(value)),
  );

/**
 * Returns the entries by their ranks for a field; equal ones stay as they are.
 * A missing value (null) comes last in both directions.
 */
export const ordered = (procedures, field, descending) => {
  const [known, missing] = [[], []];
  for (const one of procedures) (one.ranks[field] === null ? missing : known).push(one);
  const sign = descending ? -1 : 1;
  known.sort((a, b) => sign * (a.ranks[field] - b.ranks[field]));
  return [...known, ...missing];
};
