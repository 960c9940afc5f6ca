import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import type { EnfantDeFamille } from '../data/familles.server.ts';
import { formatAge } from '../enfant.ts';
import { formatEuros, ORIGINES_RESSOURCES } from '../participation.ts';
import type { RessourcesDatees } from '../ressources.ts';
import { formatAdresseContrat } from './adresses.ts';
import { SemaineEnCarres } from './semaine.tsx';

export function EnfantsDeLaFamille({
  enfants,
  aujourdhui,
}: {
  enfants: readonly EnfantDeFamille[];
  aujourdhui: JourCivil;
}) {
  if (enfants.length === 0)
    return (
      <EtatVide titre="Aucun enfant inscrit">
        Les enfants de la famille accueillis ici apparaîtront avec leur contrat.
      </EtatVide>
    );
  return (
    <section className="section">
      <h2>
        Enfants <span className="nombre">{enfants.length}</span>
      </h2>
      <Tableau
        legende="Enfants de la famille"
        lignes={enfants}
        cle={({ id }) => id}
        colonnes={[
          {
            cle: 'nom',
            titre: 'Enfant',
            cellule: ({ id, nom, prenom, pai }) => (
              <>
                <a href={`/creches/enfants/${id}/modifier`}>{formatNom(nom, prenom)}</a>
                {pai ? <Etiquette ton="accent">PAI</Etiquette> : null}
              </>
            ),
          },
          { cle: 'age', titre: 'Âge', cellule: ({ neLe }) => formatAge(neLe, aujourdhui) },
          { cle: 'section', titre: 'Section', cellule: ({ section }) => section ?? 'sans section' },
          {
            cle: 'marche',
            titre: 'Marche',
            cellule: ({ marcheDepuis }) =>
              marcheDepuis && marcheDepuis <= aujourdhui
                ? `depuis le ${formatJour(marcheDepuis, 'court')}`
                : 'pas encore',
          },
          {
            cle: 'contrat',
            titre: 'Contrat',
            cellule: (enfant) => <ContratDeLEnfant enfant={enfant} aujourdhui={aujourdhui} />,
          },
        ]}
      />
    </section>
  );
}

function ContratDeLEnfant({ enfant, aujourdhui }: { enfant: EnfantDeFamille; aujourdhui: JourCivil }) {
  const { id, prenom, contratId, contratDu, contratAu, semaine, tarifCentimes } = enfant;
  const fini = contratAu !== null && contratAu < aujourdhui;
  return (
    <>
      {contratId && contratDu ? (
        <>
          <SemaineEnCarres semaine={semaine} />{' '}
          <a href={formatAdresseContrat(contratId)}>{formatPeriode(contratDu, contratAu, aujourdhui)}</a>
          {tarifCentimes === null ? null : <small>{formatEuros(tarifCentimes)} de l’heure</small>}
        </>
      ) : null}
      {contratId === null || fini ? (
        <small>
          <a href={`/creches/enfants/${id}/contrat`}>préparer un contrat</a>
        </small>
      ) : null}
      <small>
        <a href={`/creches/enfants/${id}/reservation`} aria-label={`Réserver un accueil pour ${prenom}`}>
          réserver un accueil
        </a>
      </small>
    </>
  );
}

export function RessourcesDeLaFamille({ ressources }: { ressources: readonly RessourcesDatees[] }) {
  if (ressources.length === 0) return null;
  return (
    <section className="section">
      <h2>Ressources</h2>
      <Tableau
        legende="Ressources, des plus récentes aux plus anciennes"
        lignes={ressources}
        cle={({ id }) => id}
        colonnes={[
          { cle: 'quand', titre: 'Valent', cellule: ({ du, au }) => formatPeriode(du, au) },
          {
            cle: 'montant',
            titre: 'Dans l’année',
            nombre: true,
            cellule: ({ annuellesCentimes }) =>
              annuellesCentimes === null ? 'inconnues' : formatEuros(annuellesCentimes),
          },
          { cle: 'enfants', titre: 'Enfants à charge', nombre: true, cellule: ({ enfantsACharge }) => enfantsACharge },
          { cle: 'aeeh', titre: 'Dont AEEH', nombre: true, cellule: ({ enfantsAeeh }) => enfantsAeeh },
          { cle: 'origine', titre: 'D’où elles viennent', cellule: ({ origine }) => ORIGINES_RESSOURCES[origine] },
          {
            cle: 'annuler',
            titre: 'Erreur',
            cellule: ({ id, du }) =>
              id === ressources[0]?.id ? (
                <a
                  href={`/creches/ressources/${id}/annuler`}
                  aria-label={`Annuler les ressources du ${formatJour(du, 'court')}`}
                >
                  annuler
                </a>
              ) : null,
          },
        ]}
      />
    </section>
  );
}
