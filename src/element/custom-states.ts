/** Makes these names, and no others, match `:state()`. */
export function showStates({ states }: ElementInternals, names: readonly string[]): void {
  states.clear();
  for (const name of names) {
    try {
      states.add(name);
    } catch {
      // Chromium before 125 takes only the names of an older draft, which began with two dashes. Nothing hangs on them.
    }
  }
}
