import type { EntryContext } from 'react-router';

/** Lit en entier les données que la page transmet au navigateur, et retire le flux du rendu. */
export async function readHandoff(entryContext: EntryContext): Promise<string> {
  const stream = entryContext.serverHandoffStream;
  if (!stream) return '';
  entryContext.serverHandoffStream = undefined;
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

// Les caractères qui pourraient fermer la balise script ou couper une chaîne JavaScript.
const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

export function buildHandoffScripts(data: string, nonce: string): string {
  const text = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? '');
  const stream = 'window.__reactRouterContext.streamController';
  return `<script nonce="${nonce}">${stream}.enqueue(${text});${stream}.close();</script>`;
}
