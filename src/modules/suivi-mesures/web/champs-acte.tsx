import {
  FORMES_ACCORD,
  type Gardien,
  MOTIFS_FIN,
  NATURES_ACCORD,
  NATURES_DECISION,
  type Origine,
  RAISONS_ATTENTE,
  SENS_AVIS,
} from '#modules/mesures/index.ts';
import type { SaisieRendue } from '#web/page.server.ts';
import { ChampSelection, Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte, ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import type { CheminActe } from './acte-view.ts';
import { ChampRemplace, ChampsAuteur, ChampsCouverture, ChampsGarde, ChampsProcedure } from './champs-decision.tsx';
import type { LoiVue } from './loi-view.ts';

type Props = {
  chemin: CheminActe;
  origine: Origine;
  loi: LoiVue;
  gardiens: readonly Gardien[];
  connu: { service: string | null; serviceContact: string | null; objectifs: string | null; recueLe: string };
  remplacables: readonly { valeur: string; libelle: string }[];
  agents: readonly { id: string; nom: string; groupe?: string }[];
  aujourdhui: string;
  rendue: SaisieRendue | undefined;
};

const CHAMPS: Record<CheminActe, (props: Props) => React.ReactNode> = {
  avis: ChampsAvis,
  accord: ChampsAccord,
  decider: ChampsDecision,
  renouveler: (props) => (props.origine === 'administrative' ? ChampsDecision(props) : ChampsReception(props)),
  modifier: (props) => (props.origine === 'administrative' ? ChampsDecision(props) : ChampsReception(props)),
  recevoir: ChampsReception,
  mainlevee: ChampsMainlevee,
  refuser: ChampsRefus,
  attente: ChampsAttente,
  debut: ChampsDebut,
  suspendre: ChampsArret,
  reprendre: ChampsArret,
  preparer: ({ rendue, aujourdhui }) => <ChampJour {...buildChamp(rendue)('le', aujourdhui)} libelle="Le" requis />,
  service: ChampsDuService,
  finir: ChampsFin,
  transferer: ChampsTransfert,
  annuler: ChampsAnnulation,
};

/** Les champs propres à chaque acte. */
export function ChampsDeLActe(props: Props) {
  return CHAMPS[props.chemin](props);
}

function ChampsAvis({ rendue }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <Radios {...champ('sens')} libelle="Votre avis" choix={buildChoix(SENS_AVIS)} requis />
      <ZoneTexte {...champ('motif')} libelle="Pourquoi" lignes={5} requis />
    </>
  );
}

function ChampsAccord({ rendue, aujourdhui }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <Radios {...champ('nature')} libelle="Réponse" choix={buildChoix(NATURES_ACCORD)} requis />
      <Radios
        {...champ('forme')}
        libelle="Forme de l’accord"
        aide="La loi le veut écrit (CASF, art. L223-2, al. 1)"
        choix={buildChoix(FORMES_ACCORD)}
      />
      <ChampTexte {...champ('de')} libelle="De qui" aide="Par exemple : Mme Martin, mère" taille="long" requis />
      <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
      <ZoneTexte {...champ('precision')} libelle="Précision" lignes={3} />
    </>
  );
}

function buildCoches(rendue: SaisieRendue | undefined) {
  return (nom: string): readonly string[] => (rendue ? [rendue.valeurs[nom] ?? []].flat() : []);
}

function ChampsDecision({ chemin, rendue, loi, gardiens, remplacables }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <ZoneTexte {...champ('motifs')} libelle="Ce qui fonde la décision" lignes={5} requis />
      <ChampsCouverture rendue={rendue} loi={loi} />
      <ChampsGarde rendue={rendue} gardiens={gardiens} />
      <ChampTexte {...champ('numero')} libelle="Numéro de l’arrêté ou du contrat" taille="moyen" />
      {chemin === 'decider' ? (
        <ChampRemplace rendue={rendue} choix={remplacables} valeurs={buildCoches(rendue)('remplace')} />
      ) : null}
    </>
  );
}

function ChampsReception({ chemin, rendue, loi, gardiens, remplacables, connu }: Props) {
  const champ = buildChamp(rendue);
  const coches = buildCoches(rendue);
  const { renouvellement, prorogation } = NATURES_DECISION;
  return (
    <>
      {chemin === 'renouveler' ? (
        <Radios
          {...champ('nature', 'renouvellement')}
          libelle="Le juge"
          choix={buildChoix({ renouvellement, prorogation })}
          requis
        />
      ) : null}
      <ChampsAuteur rendue={rendue} defauts={{ recueLe: connu.recueLe }} />
      <ChampsCouverture rendue={rendue} loi={loi} />
      <ChampsGarde rendue={rendue} gardiens={gardiens} />
      <ChampsProcedure rendue={rendue} coches={coches} />
      {chemin === 'recevoir' ? (
        <ChampRemplace rendue={rendue} choix={remplacables} valeurs={coches('remplace')} />
      ) : null}
    </>
  );
}

function ChampsMainlevee({ rendue, connu }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <ChampsAuteur rendue={rendue} defauts={{ recueLe: connu.recueLe }} />
      <ChampJour {...champ('au')} libelle="Dernier jour de la mesure" aide="À défaut, le jour de la décision" />
      <ZoneTexte {...champ('motifs')} libelle="Ce qui fonde la décision" lignes={4} />
    </>
  );
}

function ChampsRefus({ rendue }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <ZoneTexte {...champ('motifs')} libelle="Ce qui fonde le refus" lignes={5} requis />
      <ChampTexte {...champ('numero')} libelle="Numéro de la décision" taille="moyen" />
    </>
  );
}

function ChampsAttente({ rendue, agents, aujourdhui }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <Radios {...champ('raison')} libelle="Elle attend parce que" choix={buildChoix(RAISONS_ATTENTE)} requis />
      <ChampJour {...champ('le', aujourdhui)} libelle="Depuis le" requis />
      <ChampSelection
        {...champ('detenteurId')}
        libelle="Qui tient la suite : un agent"
        vide="Aucun agent d’ici"
        choix={buildChoixNommes(agents)}
      />
      <ChampTexte {...champ('detenteur')} libelle="Ou un service, quelqu’un d’ailleurs" taille="long" />
      <ZoneTexte {...champ('risque')} libelle="Ce que l’enfant risque tant qu’elle attend" lignes={3} />
      <ZoneTexte {...champ('precision')} libelle="Précision" lignes={3} />
    </>
  );
}

function ChampsDebut({ rendue, aujourdhui }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <ChampJour {...champ('le', aujourdhui)} libelle="Premier rendez-vous ou premier accueil réel, le" requis />
      <ChampTexte
        {...champ('heure')}
        libelle="À (heure de Paris)"
        aide="Pour un accueil en urgence, par exemple 14:30"
        taille="court"
      />
      <ZoneTexte {...champ('precision')} libelle="Précision" lignes={3} />
    </>
  );
}

function ChampsArret({ rendue, aujourdhui }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <ChampJour {...champ('le', aujourdhui)} libelle="Le" requis />
      <ZoneTexte {...champ('precision')} libelle="Pourquoi" lignes={3} requis />
    </>
  );
}

function ChampsDuService({ rendue, connu }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <ChampTexte {...champ('service', connu.service)} libelle="Service qui l’exerce" taille="long" />
      <ChampTexte {...champ('serviceContact', connu.serviceContact)} libelle="Qui en répond au service" taille="long" />
      <ZoneTexte {...champ('objectifs', connu.objectifs)} libelle="Objectifs" lignes={4} />
    </>
  );
}

function ChampsFin({ rendue, aujourdhui }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <ChampJour {...champ('le', aujourdhui)} libelle="Dernier jour" requis />
      <ChampSelection {...champ('motif')} libelle="Parce que" choix={buildChoix(MOTIFS_FIN)} requis />
      <ZoneTexte {...champ('precision')} libelle="Précision" lignes={3} />
    </>
  );
}

function ChampsTransfert({ rendue, aujourdhui }: Props) {
  const champ = buildChamp(rendue);
  return (
    <>
      <ChampJour {...champ('le', aujourdhui)} libelle="Dernier jour ici" requis />
      <ZoneTexte
        {...champ('precision')}
        libelle="À quel département, et à quel service"
        aide="Ce qui a été transmis, et à qui : l’autre département doit pouvoir continuer sans délai"
        lignes={3}
        requis
      />
    </>
  );
}

function ChampsAnnulation({ rendue }: Props) {
  return (
    <ZoneTexte
      {...buildChamp(rendue)('annulationMotif')}
      libelle="Pourquoi elle n’aurait pas dû être inscrite"
      aide="La proposition reste lisible sur la fiche, avec votre raison et votre nom"
      lignes={4}
      requis
    />
  );
}
