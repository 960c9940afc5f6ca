/** Ce qui ne va pas dans un JSON, dit en français au champ qu'il faut corriger. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

const SORTES: Readonly<Record<string, string>> = {
  string: 'un texte entre guillemets',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  object: 'un objet { … }',
  array: 'une liste [ … ]',
  record: 'un objet { … }',
};

/** Le champ et la phrase ; un champ inconnu se refuse avec ceux qui sont permis. */
export function formatIssue(issue: Issue, permis: readonly string[]): { champ: string; message: string } {
  const champ = issue.path.map((cle) => (typeof cle === 'number' ? String(cle + 1) : String(cle))).join(' ');
  if (issue.code !== 'unrecognized_keys') return { champ, message: formatValeurFausse(issue) };
  const liste = champ === '' ? ` Champs permis : ${permis.join(', ')}.` : '';
  return { champ: [champ, issue.keys.join(', ')].filter(Boolean).join(' '), message: `Champ inconnu.${liste}` };
}

function formatValeurFausse(issue: Issue): string {
  // Un message écrit par le schéma dit déjà la chose ; ceux de la bibliothèque sont en anglais.
  const ecrit = !/^(?:Invalid|Too|Unrecognized|Expected)\b/.test(issue.message);
  if (ecrit && issue.code === 'invalid_value' && !issue.message.includes(String(issue.values[0])))
    return `${issue.message} Valeurs permises : ${issue.values.map(String).join(', ')}.`;
  if (ecrit) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `Indiquez ${SORTES[issue.expected] ?? 'une valeur d’une autre sorte'}.`;
    case 'invalid_value':
      return `Valeurs permises : ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `${String(issue.minimum)} au moins.`;
    case 'too_big':
      return `${String(issue.maximum)} au plus.`;
    case 'invalid_format':
      return 'Cette valeur ne s’écrit pas ainsi.';
    default:
      return 'Cette valeur n’est pas permise.';
  }
}
