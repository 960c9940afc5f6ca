import { expect, test } from 'vitest';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { formatMotif } from './motif.ts';

const panne = (champs: object) => Object.assign(new Error('Lou Exemple, née le 3 mai'), champs);

test('la panne d’un travail dit sa nature, jamais ce que portait son message', () => {
  expect(formatMotif(panne({ code: '23505', constraint: 'agent_matricule_key' }))).toBe(
    'La base a refusé une écriture (agent_matricule_key).',
  );
  expect(formatMotif(panne({ code: 'ECONNREFUSED' }))).toBe('La base n’a pas répondu.');
  expect(formatMotif(panne({ code: '57P01' }))).toBe('La base n’a pas répondu.');
  expect(formatMotif(panne({ code: '57014' }))).toBe('Une requête a dépassé le temps permis.');
  expect(formatMotif(panne({}))).toBe('Panne inattendue (Error).');
  expect(formatMotif('Lou Exemple')).toBe('Panne inattendue.');
});

test('une phrase écrite pour l’exploitant se lit telle quelle', () => {
  expect(formatMotif(new ErreurExploitation('Le dossier des sauvegardes est plein.'))).toBe(
    'Le dossier des sauvegardes est plein.',
  );
});
