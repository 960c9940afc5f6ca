/**
 * Les remèdes qui demandent quelqu'un d'ailleurs : une crèche voisine qui a de la marge, un agent volant du territoire.
 *
 * Ce que dit le texte : seuls les professionnels de catégorie 1 et 2 auprès des enfants comptent (R2324-42, CAP-21) ; la crèche qui prête
 * garde son taux et sa continuité de direction (R2324-43, R2324-36).
 * Comment il est lu ici : un seul lieu par demi-journée (§6.2) ; qui change de lieu dans la journée y perd une demi-heure, qui ne compte
 * nulle part. Un agent polyvalent ne résout rien (V-RMP-01).
 * Non traité : la durée réelle des trajets, que Marelle ne connaît pas.
 */
import { formatNom } from '#shared/nom-propre.ts';
import { formatMinutes, type Plage } from '#shared/quart-d-heure.ts';
import type { PosteDuJour, Segment } from '../prevision.ts';
import type { Barreau, Effet, Mouvement, Situation, Voisine } from '../remede.ts';
import { computeEffetPostes, computeManqueApres, computeManqueRestant, isUtile, listMeilleur } from './effet.ts';
import { CSP_R2324_36, CSP_R2324_42, CSP_R2324_43, ECHELLE_DES_REMEDES } from './textes.ts';

const TRAJET = 30;
const MIDI = 13 * 60;

/** Ce qu'une personne fait chez elle et là où elle aide, un jour. */
type Partage = Readonly<{ chezElle: readonly Segment[]; la: readonly Segment[]; heures: Plage }>;

/** Les façons de prêter une journée : le matin, l'après-midi, tout. */
function listPartages({ segments, etablissementId }: PosteDuJour): Partage[] {
  const pause = segments.find(({ nature }) => nature === 'PAUSE');
  const matin = buildCoupe(segments, { debut: 0, fin: pause?.debut ?? MIDI });
  const apresMidi = buildCoupe(segments, { debut: pause?.fin ?? MIDI, fin: 1440 });
  const tardif = etablissementId === null ? apresMidi : buildApresTrajet(apresMidi);
  return [
    { la: matin, chezElle: tardif },
    { la: tardif, chezElle: matin },
    { la: segments, chezElle: [] },
  ].flatMap((partage) => {
    const [debut, fin] = [partage.la[0]?.debut, partage.la.at(-1)?.fin];
    return debut === undefined || fin === undefined ? [] : [{ ...partage, heures: { debut, fin } }];
  });
}

function buildCoupe(segments: readonly Segment[], { debut, fin }: Plage): Segment[] {
  return segments.flatMap((segment) => {
    const coupe = { ...segment, debut: Math.max(segment.debut, debut), fin: Math.min(segment.fin, fin) };
    return coupe.fin > coupe.debut ? [coupe] : [];
  });
}

function buildApresTrajet(segments: readonly Segment[]): Segment[] {
  const premier = segments[0];
  return premier ? buildCoupe(segments, { debut: premier.debut + TRAJET, fin: 1440 }) : [];
}

/** Le meilleur prêt de chaque crèche voisine, sans qu'elle passe sous le taux. */
export function buildRenfortsVoisins(situation: Situation): Barreau {
  const mouvements = situation.voisines.flatMap((voisine) => {
    const prets = voisine.postes
      .filter(isPretable)
      .flatMap((poste) => listUtiles(situation, poste))
      .filter(({ effet }) => (computeManqueRestant(situation.journee, [effet]) ?? situation.manque) < situation.manque)
      .filter(({ poste, partage }) => isTenable(voisine, poste, partage));
    return listMeilleur(situation, prets).map((pret) => buildPret(situation, voisine, pret));
  });
  const motif =
    situation.voisines.length === 0
      ? 'Aucune autre crèche du territoire n’est dans votre périmètre.'
      : 'Aucune crèche voisine ne garderait son taux en prêtant quelqu’un à ces heures.';
  return { mouvements, motif };
}

type Pret = Readonly<{ poste: PosteDuJour; partage: Partage; derangement: number; effet: Effet }>;

/** Ce que vaudrait chaque partage d'une journée ; ceux qui ne touchent aucun quart d'heure sous le taux sont laissés. */
function listUtiles({ journee }: Situation, poste: PosteDuJour): Pret[] {
  return listPartages(poste)
    .filter(({ la }) => isUtile(journee, la))
    .map((partage) => ({
      poste,
      partage,
      derangement: partage.heures.fin - partage.heures.debut,
      effet: computeEffetPostes(journee, [], [{ ...poste, segments: partage.la }]),
    }));
}

function isPretable({ etat, categorie, segments, deuxLieux }: PosteDuJour): boolean {
  const enSortie = segments.some(({ nature }) => nature === 'SORTIE');
  return etat === 'PREVU' && categorie !== null && segments.length > 0 && !deuxLieux && !enSortie;
}

function isTenable({ journee }: Voisine, poste: PosteDuJour, { chezElle }: Partage): boolean {
  const effet = computeEffetPostes(journee, [poste], [{ ...poste, segments: chezElle }]);
  for (let quart = 0; quart < journee.nombre; quart += 1) {
    if (effet.prevus[quart] === 0 && effet.continuite[quart] === 0) continue;
    const enfants = (journee.surPlace.nm[quart] ?? 0) + (journee.surPlace.m[quart] ?? 0);
    const restent = (journee.continuite[quart] ?? 0) + (effet.continuite[quart] ?? 0);
    if (computeManqueApres(journee, [effet], quart) > 0 || (enfants > 0 && restent === 0)) return false;
  }
  return true;
}

function buildPret({ creche }: Situation, voisine: Voisine, { poste, partage, derangement, effet }: Pret): Mouvement {
  const { professionnelId } = poste;
  const { debut, fin } = partage.heures;
  return {
    nature: 'VOISINE',
    professionnelId,
    phrase: `Renfort de ${voisine.nom} : ${formatNom(poste.nom, poste.prenom)} (${poste.libelleMetier.toLocaleLowerCase('fr')}), ${formatMinutes(debut)}–${formatMinutes(fin)}`,
    derangement,
    effet,
    vacations: [
      ...partage.la.map((segment) => ({ ...segment, professionnelId, etablissementId: creche.id })),
      ...partage.chezElle.map((segment) => ({ ...segment, professionnelId, etablissementId: voisine.creche.id })),
    ],
    textes: [CSP_R2324_43, CSP_R2324_36, ECHELLE_DES_REMEDES],
  };
}

/** Les volants libres ; ceux dont le métier ne compte pas sont dits, et écartés. */
export function buildVolants(situation: Situation): Barreau {
  const libres = situation.volants.filter(isPretable);
  const mouvements = libres.flatMap((poste) =>
    listMeilleur(situation, listUtiles(situation, poste)).map((pret) => buildVolant(situation, pret)),
  );
  const comptes = situation.volants.filter(({ categorie }) => categorie === null).length;
  const motif =
    libres.length === 0
      ? 'Aucun agent volant qui compte auprès des enfants n’est libre ce jour.'
      : 'Aucun agent volant n’est libre à ces heures.';
  const polyvalents =
    comptes === 0
      ? []
      : [
          `${comptes === 1 ? 'Un agent libre exerce' : `${comptes} agents libres exercent`} un métier qui ne compte pas dans l’encadrement (CAP-21).`,
        ];
  return { mouvements, motif: [motif, ...polyvalents].join(' ') };
}

function buildVolant({ creche }: Situation, { poste, partage: { la, heures }, derangement, effet }: Pret): Mouvement {
  const { professionnelId } = poste;
  return {
    nature: 'VOLANT',
    professionnelId,
    phrase: `Agent volant : ${formatNom(poste.nom, poste.prenom)} (${poste.libelleMetier.toLocaleLowerCase('fr')}), ${formatMinutes(heures.debut)}–${formatMinutes(heures.fin)}`,
    derangement,
    effet,
    vacations: la.map((segment) => ({ ...segment, professionnelId, etablissementId: creche.id })),
    textes: [CSP_R2324_43, CSP_R2324_42],
  };
}
