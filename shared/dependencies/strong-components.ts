/**
 * Strongly connected parts of a directed graph (Tarjan), without recursion, so that a chain of 100,000 machines does not end
 * the process. `next[i]` lists whom node `i` points at. Returns the part of each node; parts are numbered from 0.
 */
export function strongComponents(next: readonly (readonly number[])[]): Int32Array {
  const count = next.length;
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const part = new Int32Array(count).fill(-1);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const path: { readonly node: number; edge: number }[] = [];
  let visited = 0;
  let parts = 0;
  const enter = (node: number): void => {
    index[node] = visited;
    low[node] = visited;
    visited += 1;
    stack.push(node);
    onStack[node] = 1;
    path.push({ node, edge: 0 });
  };
  for (let root = 0; root < count; root += 1) {
    if (index[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const top = path.at(-1)!;
      const { node } = top;
      const edges = next[node]!;
      if (top.edge < edges.length) {
        const target = edges[top.edge]!;
        top.edge += 1;
        if (index[target] === -1) enter(target);
        else if (onStack[target] === 1) low[node] = Math.min(low[node]!, index[target]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent.node] = Math.min(low[parent.node]!, low[node]!);
      if (low[node] !== index[node]) continue;
      for (;;) {
        const member = stack.pop()!;
        onStack[member] = 0;
        part[member] = parts;
        if (member === node) break;
      }
      parts += 1;
    }
  }
  return part;
}
