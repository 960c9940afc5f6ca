import { expect, it } from 'vitest';
import { readTexteDuDocument } from '#tests/support/word.ts';
import { listBalises } from './word-balises.ts';
import { verifyDocumentWord } from './word-controle.ts';
import { buildModeleWord } from './word-modele.ts';

const tout = () =>
  buildModeleWord({
    titre: 'Accusé de réception',
    entete: ['**{departement}**', 'Aide sociale à l’enfance'],
    blocs: [
      { droite: 'Le {jour}' },
      { titre: 'Accusé {numero}' },
      { section: 'Enfants' },
      { texte: 'Nous avons **bien reçu** votre écrit.' },
      { puces: ['un', 'deux {nom}'] },
      { tableau: { titres: ['Prénom', 'Âge'], pour: 'enfants', cellules: ['{prenom}', '{age}'] } },
      { si: 'urgent', blocs: [{ texte: 'Urgent' }] },
    ],
    pied: 'Confidentiel',
  });

it('un modèle décrit porte ses textes et ses balises, et passe le contrôle des documents reçus', async () => {
  const document = await tout();
  verifyDocumentWord(document);
  const texte = await readTexteDuDocument(document);
  for (const morceau of [
    'Accusé {numero}',
    'bien reçu',
    'deux {nom}',
    '{#enfants}{prenom}',
    '{age}{/enfants}',
    'Aide sociale',
  ])
    expect(texte).toContain(morceau);
  expect(texte).not.toContain('**');
  const noms = listBalises(document)
    .flat()
    .filter(({ role }) => role !== 'ferme')
    .map(({ nom }) => nom);
  expect(new Set(noms)).toEqual(
    new Set(['departement', 'jour', 'numero', 'nom', 'enfants', 'prenom', 'age', 'urgent']),
  );
});
