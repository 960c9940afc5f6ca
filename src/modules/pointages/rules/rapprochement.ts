/**
 * Ce qui vient d'être lu, face à ce qui est déjà inscrit pour le même enfant le même jour : rien ne se double, rien de ce qu'une
 * personne a corrigé n'est défait, et un enfant dans deux crèches à la fois fait douter des deux.
 */
import type { LigneEcartee, Origine, PresenceLue } from '../pointage.ts';
import { DOUTES, formatPresence, ORIGINES } from '../pointage.ts';

export type PresenceInscrite = Readonly<{
  etablissementId: string;
  arrivee: number;
  depart: number | null;
  origine: Origine;
  doute: string | null;
}>;

type Lues = Readonly<{ etablissementId: string; presences: readonly PresenceLue[] }>;

export type Rapprochement = {
  nouvelles: (PresenceLue & { etablissementId: string })[];
  /** Inscrites sans départ, que le fichier complète. */
  completees: (PresenceLue & { etablissementId: string })[];
  /** Arrivées déjà inscrites dont il faut désormais douter. */
  aDouter: { arrivee: number; doute: string }[];
  dejaInscrites: number;
  ecartees: LigneEcartee[];
};

type Connue = {
  etablissementId: string;
  arrivee: number;
  depart: number | null;
  origine: Origine;
  nouvelle: PresenceLue | undefined;
};

/** `corrigees` : ce qu'une présence disait avant qu'une personne la corrige, crèche et arrivée. */
export function matchPresences(
  lues: readonly Lues[],
  inscrites: readonly PresenceInscrite[],
  corrigees: readonly { etablissementId: string; arrivee: number }[],
): Rapprochement {
  const issue: Rapprochement = { nouvelles: [], completees: [], aDouter: [], dejaInscrites: 0, ecartees: [] };
  const connues: Connue[] = inscrites.map((inscrite) => ({ ...inscrite, nouvelle: undefined }));
  for (const { etablissementId, presences } of lues)
    for (const lue of presences) {
      const corrigee = corrigees.some((c) => c.etablissementId === etablissementId && c.arrivee === lue.arrivee);
      if (corrigee) addEcart(issue, lue, 'Cette présence a été corrigée à la main : la correction est gardée.');
      else matchPresence(issue, connues, { ...lue, etablissementId });
    }
  return issue;
}

function matchPresence(issue: Rapprochement, connues: Connue[], lue: PresenceLue & { etablissementId: string }): void {
  const meme = connues.find(({ arrivee }) => arrivee === lue.arrivee);
  if (meme && meme.etablissementId === lue.etablissementId) {
    matchMemeArrivee(issue, meme, lue);
    return;
  }
  if (meme) {
    addDoute(issue, meme, DOUTES.deuxCreches);
    addEcart(issue, lue, 'L’enfant est déjà arrivé à la même minute dans une autre crèche.');
    return;
  }
  const chevauchees = connues.filter((connue) => isSimultanee(connue, lue));
  const ici = chevauchees.find((connue) => connue.etablissementId === lue.etablissementId && !connue.nouvelle);
  if (ici) {
    addEcart(
      issue,
      lue,
      `Chevauche une présence déjà inscrite : ${formatPresence(ici)}, ${ORIGINES[ici.origine].toLowerCase()}.`,
    );
    return;
  }
  const ailleurs = chevauchees.filter(({ etablissementId }) => etablissementId !== lue.etablissementId);
  for (const connue of ailleurs) addDoute(issue, connue, DOUTES.deuxCreches);
  const nouvelle = { ...lue, doutes: ailleurs.length > 0 ? [...lue.doutes, DOUTES.deuxCreches] : [...lue.doutes] };
  issue.nouvelles.push(nouvelle);
  connues.push({ ...nouvelle, origine: 'BADGE', nouvelle });
}

function matchMemeArrivee(
  issue: Rapprochement,
  inscrite: Connue,
  lue: PresenceLue & { etablissementId: string },
): void {
  if (inscrite.depart === lue.depart || lue.depart === null) issue.dejaInscrites += 1;
  else if (inscrite.depart === null) issue.completees.push(lue);
  else addEcart(issue, lue, `Déjà inscrite avec un autre départ : ${formatPresence(inscrite)}.`);
}

/** Sans départ, l'enfant n'est sûrement là qu'à la minute de son arrivée. */
function isSimultanee(
  a: { arrivee: number; depart: number | null },
  b: { arrivee: number; depart: number | null },
): boolean {
  return a.arrivee < (b.depart ?? b.arrivee + 1) && b.arrivee < (a.depart ?? a.arrivee + 1);
}

function addDoute(issue: Rapprochement, connue: Connue, doute: string): void {
  if (!connue.nouvelle) issue.aDouter.push({ arrivee: connue.arrivee, doute });
  else if (!connue.nouvelle.doutes.includes(doute)) connue.nouvelle.doutes.push(doute);
}

function addEcart(issue: Rapprochement, { numeros }: PresenceLue, raison: string): void {
  issue.ecartees.push(...numeros.map((numero) => ({ numero, raison })));
}
