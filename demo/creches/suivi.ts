import type { Ligne } from '#database/insert-rows.ts';
import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import type { CrecheFictive, MondeCreches } from './creche-fictive.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const AN = 365;

const CONSTATS = [
  'Visite complète. Registre du personnel à jour. Deux protocoles non datés.',
  'Encadrement conforme à l’arrivée, tendu en fin de journée. Point chaud en cuisine mal consigné.',
  'Dortoir des moyens : température relevée à 25 degrés, aération à reprendre.',
  'Espace extérieur : revêtement décollé sous la structure de jeux.',
];
const DEMANDES = [
  'Dater et signer les protocoles d’urgence et d’hygiène',
  'Consigner chaque jour les températures de la cuisine',
  'Remplacer le revêtement sous la structure de jeux',
  'Écrire la continuité de direction dans le règlement de fonctionnement',
  'Former l’équipe aux gestes de premiers secours',
  'Revoir l’affichage de l’évacuation dans chaque section',
];
const FAITS: readonly [string, string][] = [
  ['ENFANT', 'Chute d’un enfant dans la cour, bosse au front. Parent prévenu, observation deux heures.'],
  ['BATIMENT', 'Fuite d’eau dans le local de change. Section déplacée pour la matinée.'],
  ['SANITAIRE', 'Trois cas de gastro-entérite en deux jours dans une même section. Désinfection faite.'],
  ['FAMILLE', 'Altercation avec un parent au moment du départ. Médiation proposée.'],
  ['AGENT', 'Malaise d’une professionnelle pendant le repas. Relayée par une volante.'],
  ['SURETE', 'Portail trouvé ouvert à l’arrivée. Fermeture vérifiée, serrure changée.'],
];
const DELAIS: Readonly<Record<string, number>> = {
  RECOMMANDATION: 90,
  PRESCRIPTION: 30,
  MISE_EN_DEMEURE: 15,
  INJONCTION: 28,
};

type Lignes = { controles: Ligne[]; mesures: Ligne[]; faits: Ligne[]; informations: Ligne[] };

/** Contrôles, suites et faits marquants d'un an et demi ; les défauts certains sont dans la première crèche de chaque territoire. */
export function buildSuiviCreches({ creches }: MondeCreches, racine: Alea): Lot[] {
  const lignes: Lignes = { controles: [], mesures: [], faits: [], informations: [] };
  for (const creche of creches) {
    const alea = racine.flux(creche.code, 'suivi');
    addControle(lignes, creche, alea);
    addFaits(lignes, creche, alea);
  }
  return [
    { table: 'eaje.controle', lignes: lignes.controles },
    { table: 'eaje.mesure_corrective', lignes: lignes.mesures },
    { table: 'eaje.fait_marquant', lignes: lignes.faits },
    { table: 'eaje.fait_information', lignes: lignes.informations },
  ];
}

/** Un contrôle tous les dix-huit mois, trois mesures et plus ; une injonction près de son terme dans chaque territoire. */
function addControle(lignes: Lignes, creche: CrecheFictive, alea: Alea): void {
  const premiere = creche.rang === 0;
  const jour = AUJOURDHUI - (premiere ? 24 : alea.entier(10, 540));
  const id = alea.identifiant(jour);
  const etablissementId = creche.id;
  lignes.controles.push({
    ...{ id, etablissementId, jour: formatNumero(jour), constats: alea.choix(CONSTATS) },
    ...{ nature: premiere ? 'INOPINE' : 'SUIVI', autorite: 'PMI' },
  });
  const nombre = alea.entier(2, 4);
  for (let rang = 0; rang < nombre; rang += 1) {
    const injonction = premiere && rang === 0;
    const nature = injonction
      ? 'INJONCTION'
      : alea.pondere({ RECOMMANDATION: 70, PRESCRIPTION: 25, MISE_EN_DEMEURE: 5 });
    lignes.mesures.push(buildMesure(id, creche, alea, { nature, jour, rang, ouverte: injonction }));
  }
}

type Demande = { nature: string; jour: Numero; rang: number; ouverte: boolean };

function buildMesure(
  controleId: string,
  creche: CrecheFictive,
  alea: Alea,
  { nature, jour, rang, ouverte }: Demande,
): Ligne {
  const pour = jour + (DELAIS[nature] ?? 30);
  const faite = !ouverte && alea.chance(pour < AUJOURDHUI ? 0.85 : 0.25);
  const realisee = Math.min(AUJOURDHUI - 1, pour + alea.entier(-12, 15));
  const close = faite && realisee + 20 < AUJOURDHUI;
  return {
    ...{ id: alea.identifiant(jour), controleId, etablissementId: creche.id, nature },
    libelle: DEMANDES[(rang + creche.rang) % DEMANDES.length] ?? '',
    pour: formatNumero(pour),
    etat: close ? 'CLOSE' : faite ? 'REALISEE' : alea.choix(['OUVERTE', 'PLAN_PROPOSE', 'EN_COURS']),
    preuve: faite ? 'Photographies et bon de service fait, classés au registre de sécurité.' : null,
    realiseeLe: faite ? formatNumero(Math.max(jour, realisee)) : null,
    verifieeLe: close ? formatNumero(Math.max(jour, realisee) + 14) : null,
  };
}

/** Six faits par an, un sur cinquante grave ; dans la première crèche, un accident que personne n'a dit au président. */
function addFaits(lignes: Lignes, creche: CrecheFictive, alea: Alea): void {
  const nombre = alea.entier(4, 8);
  for (let rang = 0; rang < nombre; rang += 1) {
    const jour = AUJOURDHUI - alea.entier(2, AN);
    const [categorie, recit] = alea.choix(FAITS);
    const gravite = alea.chance(0.02) ? 4 : alea.entier(1, 3);
    addFait(lignes, creche, alea, { jour, categorie, recit, gravite, secours: gravite === 4, tu: alea.chance(0.04) });
  }
  if (creche.rang !== 0) return;
  const recit = 'Réaction allergique pendant le goûter. Secours appelés, enfant conduit à l’hôpital, sorti le soir.';
  addFait(lignes, creche, alea, {
    jour: AUJOURDHUI - 3,
    categorie: 'ENFANT',
    recit,
    gravite: 4,
    secours: true,
    tu: true,
  });
}

type Evenement = { jour: Numero; categorie: string; recit: string; gravite: number; secours: boolean; tu: boolean };

function addFait(lignes: Lignes, creche: CrecheFictive, alea: Alea, evenement: Evenement): void {
  const { jour, categorie, recit, gravite, secours, tu } = evenement;
  const id = alea.identifiant(jour);
  const clos = !tu && jour + 30 < AUJOURDHUI;
  const [heures, minutes] = [alea.entier(8, 17), String(alea.entier(0, 5) * 10).padStart(2, '0')];
  const formatHeure = (plus: number) => `${String(heures + plus).padStart(2, '0')}:${minutes}`;
  lignes.faits.push({
    ...{ id, etablissementId: creche.id, survenuLe: formatNumero(jour), categorie, gravite, recit, secours },
    heure: formatHeure(0),
    impact: clos ? 'Équipe réunie, familles informées, aucune suite.' : '',
    closLe: clos ? formatNumero(jour + alea.entier(2, 28)) : null,
  });
  const responsable = creche.professionnels[0]?.agentId;
  if (tu || responsable === undefined) return;
  for (const destinataire of secours ? ['TERRITOIRE', 'PCD'] : ['TERRITOIRE'])
    lignes.informations.push({
      ...{ id: alea.identifiant(jour), faitId: id, etablissementId: creche.id, destinataire },
      ...{ le: formatNumero(Math.min(AUJOURDHUI, jour + (gravite >= 3 ? 0 : 1))), par: responsable },
      ...{ moyen: gravite >= 3 ? 'TELEPHONE' : 'ECRIT', heure: gravite === 4 ? formatHeure(0) : null },
    });
  // EVT-04 : à la gravité 4, l'écrit suit l'appel ; trois heures après, dans une crèche sur deux.
  if (gravite === 4)
    lignes.informations.push({
      ...{ id: alea.identifiant(jour), faitId: id, etablissementId: creche.id, destinataire: 'TERRITOIRE' },
      ...{
        le: formatNumero(jour),
        par: responsable,
        moyen: 'ECRIT',
        heure: formatHeure(creche.rang % 2 === 0 ? 1 : 3),
      },
    });
}
