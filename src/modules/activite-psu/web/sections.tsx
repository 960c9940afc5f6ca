import { Form } from 'react-router';
import { formatDecimales } from '#shared/nombre-format.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Avis } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import type { AvisDuBareme } from './activite-view.ts';
import type { buildBonus, LigneMois, LigneScenario } from './creche-view.ts';

/** Ce qui vaut pour toutes les crèches : ce n'est pas un point à vérifier de l'une d'elles. */
export function AvisBareme({ annee, bareme }: { annee: number; bareme: AvisDuBareme | null }) {
  const saisie = `/creches/activite/bareme?annee=${annee}`;
  if (!bareme)
    return (
      <Avis ton="bientot" titre={`Le barème ${annee} n’est pas saisi`}>
        Les heures se lisent ; la prestation ne se calcule pas.{' '}
        <a href={saisie}>Saisir le barème depuis l’annexe de la Cnaf</a>
      </Avis>
    );
  return (
    <>
      {bareme.aConfirmer === null ? null : (
        <Avis ton="bientot" titre={`Le barème ${annee} est à confirmer`}>
          {bareme.aConfirmer} : les montants ne sont pas ceux que la Caf versera.
        </Avis>
      )}
      {bareme.ecart ? (
        <Avis ton="bientot" titre={`Le barème ${annee} est à vérifier`}>
          {bareme.ecart} <a href={saisie}>Relire le barème {annee}</a>
        </Avis>
      ) : null}
    </>
  );
}

const COLONNES_MOIS: readonly Colonne<LigneMois & { annee: number; id: string }>[] = [
  { cle: 'mois', titre: 'Mois', cellule: ({ nom }) => nom },
  { cle: 'jours', titre: 'Jours ouverts', nombre: true, cellule: ({ jours }) => jours },
  { cle: 'ouvertes', titre: 'Ouvertes, h', nombre: true, cellule: ({ ouvertes }) => ouvertes },
  { cle: 'contractees', titre: 'Contractées, h', nombre: true, cellule: ({ contractees }) => contractees },
  { cle: 'facturees', titre: 'Facturées, h', nombre: true, cellule: ({ facturees }) => facturees },
  { cle: 'realisees', titre: 'Réalisées, h', nombre: true, cellule: ({ realisees }) => realisees },
  {
    cle: 'reelle',
    titre: 'Occupation réelle, %',
    nombre: true,
    cellule: ({ reelle, part }) => (
      <>
        {reelle} <meter min={0} max={1} value={part} aria-hidden="true" />
      </>
    ),
  },
  {
    cle: 'taux',
    titre: 'Facturation, %',
    nombre: true,
    cellule: ({ taux, ton }) => (ton ? <Etiquette ton={ton}>{taux}</Etiquette> : taux),
  },
  { cle: 'participations', titre: 'Participations, €', nombre: true, cellule: ({ participations }) => participations },
  {
    cle: 'enfants',
    titre: 'Enfants',
    nombre: true,
    cellule: ({ enfants, id }) => <a href={`/creches/${id}/enfants`}>{enfants}</a>,
  },
  {
    cle: 'doutes',
    titre: 'Doutes',
    nombre: true,
    cellule: ({ doutes, aVerifier }) => {
      if (aVerifier) return <Etiquette ton="bientot">{formatDecimales(doutes, 0)}</Etiquette>;
      return doutes > 0 ? formatDecimales(doutes, 0) : <span className="zero">0</span>;
    },
  },
  {
    cle: 'etat',
    titre: 'État',
    cellule: (ligne) => <EtatDuMois {...ligne} />,
  },
];

function EtatDuMois({
  etat,
  touche,
  mois,
  annee,
  nom,
}: Pick<LigneMois, 'etat' | 'touche' | 'mois' | 'nom'> & { annee: number }) {
  if (etat === 'fige' && touche) return <Etiquette ton="bientot">Figé, puis changé</Etiquette>;
  if (etat === 'fige') return <Etiquette ton="fait">Figé</Etiquette>;
  if (etat === 'avenir') return <Etiquette>À venir</Etiquette>;
  if (etat === 'encours') return <Etiquette ton="accent">En cours</Etiquette>;
  return (
    <Form method="post">
      {touche ? <Etiquette ton="bientot">À recompter</Etiquette> : null}
      <input type="hidden" name="mois" value={mois} />
      <input type="hidden" name="annee" value={annee} />
      <Bouton petit variante="discret">
        Figer<span className="lecteur"> {nom}</span>
      </Bouton>
    </Form>
  );
}

/** Les mois de l'année, chacun avec ce qui permet de le croire ou d'en douter. */
export function Mois({ mois, annee, id }: { mois: readonly LigneMois[]; annee: number; id: string }) {
  return (
    <Tableau
      legende={`Les heures de ${annee}, mois par mois`}
      colonnes={COLONNES_MOIS}
      lignes={mois.map((m) => ({ ...m, annee, id }))}
      cle={({ mois: m }) => m}
    />
  );
}

const COLONNES_SCENARIOS: readonly Colonne<LigneScenario>[] = [
  { cle: 'titre', titre: 'Scénario', cellule: ({ titre }) => titre },
  { cle: 'facturees', titre: 'Facturées, h', nombre: true, cellule: ({ facturees }) => facturees },
  { cle: 'realisees', titre: 'Réalisées, h', nombre: true, cellule: ({ realisees }) => realisees },
  { cle: 'taux', titre: 'Taux, %', nombre: true, cellule: ({ taux }) => taux },
  { cle: 'prix', titre: 'Prix payé, €/h', nombre: true, cellule: ({ prix }) => prix },
  { cle: 'recette', titre: 'PSU et participations, €', nombre: true, cellule: ({ recette }) => recette },
  {
    cle: 'ecart',
    titre: 'Effet sur l’année',
    nombre: true,
    cellule: ({ ecart, ton }) => (ton ? <Etiquette ton={ton}>{ecart}</Etiquette> : ecart),
  },
];

type ScenariosProps = {
  id: string;
  annee: number;
  offertes: { tapees: string; erreur?: string | undefined };
  scenarios: { lignes: readonly LigneScenario[]; phrase: string } | null;
};

/** Ce que rapporterait chaque façon d'agir, avant que quiconque raccourcisse un contrat (PSU-12). */
export function Scenarios({ id, annee, offertes, scenarios }: ScenariosProps) {
  if (!scenarios) return null;
  return (
    <section className="section" id="scenarios">
      <h2>Avant de raccourcir des contrats</h2>
      <Avis>{scenarios.phrase}</Avis>
      <form className="filtres" action={`/creches/${id}/activite#scenarios`} aria-label="Essayer un nombre d’heures">
        <input type="hidden" name="annee" value={annee} />
        <ChampTexte
          nom="heures"
          libelle="Heures occasionnelles à offrir"
          inputMode="decimal"
          valeur={offertes.tapees}
          erreur={offertes.erreur}
        />
        <Bouton>Essayer</Bouton>
      </form>
      <Tableau
        legende="Les scénarios, côte à côte"
        colonnes={COLONNES_SCENARIOS}
        lignes={scenarios.lignes}
        cle={({ cle }) => cle}
      />
    </section>
  );
}

type LigneBonus = ReturnType<typeof buildBonus>[number];

const COLONNES_BONUS: readonly Colonne<LigneBonus>[] = [
  { cle: 'libelle', titre: 'Bonus', cellule: ({ libelle }) => libelle },
  { cle: 'saisi', titre: 'Saisi', nombre: true, cellule: ({ saisi }) => saisi },
  { cle: 'regle', titre: 'Ce que dit la règle', cellule: ({ regle }) => regle },
];

/** Les bonus : aucun montant n'est inventé. */
export function Bonus({ bonus }: { bonus: readonly LigneBonus[] }) {
  return (
    <section className="section" id="bonus">
      <h2>Bonus</h2>
      <Tableau legende="Bonus de l’année" colonnes={COLONNES_BONUS} lignes={bonus} cle={({ nature }) => nature} />
    </section>
  );
}
