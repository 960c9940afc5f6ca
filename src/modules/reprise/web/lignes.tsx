import { Form } from 'react-router';
import { Bouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import {
  DECISIONS,
  type Decision,
  type Ecart,
  ETATS_LIGNE,
  type EtatImportation,
  type EtatLigne,
  type RefusDeColonne,
} from '../importation.ts';
import { type Filtre, formatBrut, formatTonLigne, listChoix } from './fiche-view.ts';

type EcartMontre = Omit<Ecart, 'avant'> & { avant: string | null };

type Ligne = {
  entetes: readonly string[];
  numero: number;
  etat: EtatLigne;
  brut: Record<string, string>;
  motif: string | null;
  refus: RefusDeColonne[];
  candidats: { id: string; libelle: string; raison: string; visible: boolean }[];
  remarques: string[];
  decision: Decision | null;
  decisionObjetId: string | null;
  laissee: string | null;
  ecarts: EcartMontre[];
};

type Props = {
  lignes: readonly Omit<Ligne, 'entetes'>[];
  filtre: Filtre;
  modifiable: boolean;
  importation: { etat: EtatImportation; entetes: readonly string[] };
};

/** Les lignes d'un onglet ; les douteuses se tranchent sur place. */
export function LignesImportees({ lignes, filtre, modifiable, importation: { etat, entetes } }: Props) {
  if (lignes.length === 0)
    return (
      <EtatVide titre="Aucune ligne ici">Les autres onglets disent ce que deviennent les lignes du fichier.</EtatVide>
    );
  const tranche = filtre === 'douteuse' && etat === 'analysee' && modifiable;
  const tableau = (
    <Tableau
      legende="Lignes du fichier"
      colonnes={tranche ? [...COLONNES, REPONSE] : COLONNES}
      lignes={lignes.map((ligne) => ({ ...ligne, entetes }))}
      cle={({ numero }) => String(numero)}
    />
  );
  if (!tranche) return tableau;
  return (
    <Form method="post">
      <input type="hidden" name="acte" value="trancher" />
      {tableau}
      <div className="saisie-boutons">
        <Bouton variante="principal">Garder ces réponses</Bouton>
        <p>Une ligne sans réponse n’est pas reprise.</p>
      </div>
    </Form>
  );
}

const COLONNES: readonly Colonne<Ligne>[] = [
  { cle: 'numero', titre: 'Ligne', cellule: ({ numero }) => numero },
  {
    cle: 'etat',
    titre: 'Ce qu’elle devient',
    cellule: ({ etat }) => <Etiquette ton={formatTonLigne(etat)}>{ETATS_LIGNE[etat]}</Etiquette>,
  },
  { cle: 'brut', titre: 'Dans le fichier', cellule: ({ entetes, brut }) => formatBrut(entetes, brut) },
  { cle: 'detail', titre: 'Pourquoi, et ce qui change', cellule: (ligne) => <Detail ligne={ligne} /> },
];

const REPONSE: Colonne<Ligne> = {
  cle: 'reponse',
  titre: 'Votre réponse',
  cellule: ({ numero, candidats, decision, decisionObjetId }) => (
    <div className="champ">
      <select
        name={`decision.${numero}`}
        aria-label={`Réponse pour la ligne ${numero}`}
        defaultValue={decision === 'lier' ? `lier:${decisionObjetId}` : (decision ?? '')}
      >
        <option value="">À trancher</option>
        {listChoix(candidats).map(({ valeur, libelle }) => (
          <option key={valeur} value={valeur}>
            {libelle}
          </option>
        ))}
      </select>
    </div>
  ),
};

function Detail({ ligne }: { ligne: Ligne }) {
  const { etat, motif, refus, candidats, remarques, laissee, ecarts, decision } = ligne;
  const phrases = [
    ...(laissee ? [`Laissée telle quelle : ${laissee}`] : []),
    ...refus.map(({ colonne, motif: raison }) => (colonne ? `${colonne} : ${raison}` : raison)),
    ...(motif ? [motif] : []),
    ...candidats.map(({ libelle, raison }) => (raison === motif ? libelle : `${libelle} : ${raison}`)),
    ...remarques,
    ...(decision ? [`Réponse : ${DECISIONS[decision]}`] : []),
  ];
  return (
    <>
      {phrases.map((phrase) => (
        <div key={phrase}>{phrase}</div>
      ))}
      {etat === 'modifiee' ? <Ecarts ecarts={ecarts} /> : null}
    </>
  );
}

function Ecarts({ ecarts }: { ecarts: readonly EcartMontre[] }) {
  return (
    <ul>
      {ecarts.map(({ champ, avant, apres }) => (
        <li key={champ}>
          {champ} : <Avant avant={avant} /> → <ins>{apres}</ins>
        </li>
      ))}
    </ul>
  );
}

/** Importer n'ouvre aucun dossier : la valeur d'avant ne se montre qu'à qui voit la fiche. */
function Avant({ avant }: { avant: string | null }) {
  if (avant === null) return <abbr title="La valeur d’avant ne se montre qu’à qui suit ce dossier.">non montré</abbr>;
  return avant === '' ? 'rien' : <del>{avant}</del>;
}
