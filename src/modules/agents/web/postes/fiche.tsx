import { canUpdateOrganisation } from '#modules/organisation/index.ts';
import { Introuvable } from '#server/errors.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { NATURES_AFFECTATION, type NatureAffectation } from '../../affectation.ts';
import { formatMetier } from '../../agent.ts';
import { findPosteFiche, type PosteFiche } from '../../data/postes.server.ts';
import { formatProfil } from '../../poste.ts';
import type { Route } from './+types/fiche.ts';
import { EtatDePoste, Occupants } from './tableau-postes.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const fiche = await findPosteFiche(contexte, args.params.id);
    if (!fiche) throw new Introuvable('Absent, ou hors de vos missions.');
    return { fiche, peut: canUpdateOrganisation(contexte.agent), aujourdhui: contexte.aujourdhui };
  });
}

export default function FichePoste({ loaderData: { fiche, peut, aujourdhui } }: Route.ComponentProps) {
  const { poste, tenues, responsable } = fiche;
  return (
    <Fiche
      titre={poste.intitule}
      etiquettes={<Etiquette>{poste.numero}</Etiquette>}
      sous={`${formatProfil(poste.profil)}, ${formatMetier(poste.metier)}`}
      fil={[FIL_ORGANISATION, { titre: poste.unite, href: `/organisation/unites/${poste.uniteId}` }]}
      actes={peut ? <Actes id={poste.id} ferme={poste.au !== null} /> : null}
      faits={[
        { titre: 'État', valeur: <EtatDePoste poste={poste} /> },
        { titre: 'Tenu par', valeur: <Occupants occupants={poste.occupants} /> },
        {
          titre: 'Dépend de',
          valeur: responsable ? (
            <a href={`/organisation/postes/${responsable.id}`}>{responsable.intitule}</a>
          ) : (
            'aucun poste'
          ),
          detail: responsable?.occupants[0]
            ? formatNom(responsable.occupants[0].nom, responsable.occupants[0].prenom)
            : undefined,
        },
        { titre: 'Quotité', valeur: `${poste.quotite} %` },
        { titre: 'Ouverture', valeur: formatPeriode(poste.du, poste.au) },
      ]}
    >
      <section className="section">
        <h2>Qui l’a tenu</h2>
        <Tenues tenues={tenues} peut={peut} aujourdhui={aujourdhui} />
      </section>
    </Fiche>
  );
}

function Actes({ id, ferme }: { id: string; ferme: boolean }) {
  return (
    <>
      <LienBouton href={`/organisation/affectations/nouvelle?poste=${id}`}>Affecter un agent</LienBouton>
      <LienBouton href={`/organisation/postes/${id}/modifier`}>Modifier</LienBouton>
      {ferme ? null : (
        <LienBouton variante="discret" href={`/organisation/terminer/poste/${id}`}>
          Fermer le poste
        </LienBouton>
      )}
    </>
  );
}

function Tenues({ tenues, peut, aujourdhui }: { tenues: PosteFiche['tenues']; peut: boolean; aujourdhui: string }) {
  if (tenues.length === 0)
    return <EtatVide titre="Personne encore">Qui tient ce poste, et depuis quand, apparaîtra ici.</EtatVide>;
  return (
    <Tableau
      legende="Agents qui ont tenu ce poste, du plus récent au plus ancien"
      lignes={tenues}
      cle={({ id }) => id}
      colonnes={[
        {
          cle: 'agent',
          titre: 'Agent',
          cellule: (t) => <a href={`/organisation/agents/${t.agentId}`}>{formatNom(t.nom, t.prenom)}</a>,
        },
        {
          cle: 'nature',
          titre: 'À quel titre',
          cellule: ({ nature }) => NATURES_AFFECTATION[nature as NatureAffectation] ?? nature,
        },
        { cle: 'periode', titre: 'Quand', cellule: ({ du, au }) => formatPeriode(du, au) },
        {
          cle: 'acte',
          titre: 'Acte',
          cellule: ({ id, au }) =>
            peut && (au === null || au >= aujourdhui) ? (
              <a href={`/organisation/terminer/affectation/${id}`}>Terminer</a>
            ) : null,
        },
      ]}
    />
  );
}
