import { Introuvable } from '#server/errors.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { computeMinutesSemaine, formatDuree } from '#shared/quart-d-heure.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { type Colonne, Tableau } from '#web/ui/tableau.tsx';
import { findMurs } from '../data/creche-fiche.server.ts';
import { listProfessionnels } from '../data/professionnels.server.ts';
import { canReadCreche, canTenirCreche } from '../droits.ts';
import { LIBELLES_METIER, type ProfessionnelInscrit } from '../professionnel.ts';
import type { Route } from './+types/professionnels.ts';
import { FIL_CRECHES, formatAdresseCreche } from './adresses.ts';
import { OngletsCreche } from './onglets-creche.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent, aujourdhui }) => {
    const murs = await findMurs(tx, args.params.id);
    if (!murs || !canReadCreche(agent, murs)) throw new Introuvable('Absente, ou hors de vos missions.');
    return {
      murs: { id: murs.id, nom: murs.nom },
      professionnels: await listProfessionnels(tx, murs.id, aujourdhui),
      peut: canTenirCreche(agent, murs),
    };
  });
}

const COLONNES: readonly Colonne<ProfessionnelInscrit>[] = [
  { cle: 'metier', titre: 'Métier', cellule: ({ metier }) => LIBELLES_METIER[metier] },
  {
    cle: 'categorie',
    titre: 'Auprès des enfants',
    cellule: ({ categorie }) => (categorie ? `catégorie ${categorie}` : <span className="zero">ne compte pas</span>),
  },
  { cle: 'section', titre: 'Section', cellule: ({ section }) => section },
  { cle: 'quotite', titre: 'Quotité', nombre: true, cellule: ({ quotite }) => `${quotite.toLocaleString('fr-FR')} %` },
  {
    cle: 'semaine',
    titre: 'Heures par semaine',
    nombre: true,
    cellule: ({ semaine }) =>
      semaine ? formatDuree(computeMinutesSemaine(semaine)) : <Etiquette ton="bientot">sans horaire</Etiquette>,
  },
  {
    cle: 'experience',
    titre: 'Expérience depuis',
    cellule: ({ experienceDepuis: le }) => le && formatJour(le, 'court'),
  },
  {
    cle: 'presence',
    titre: 'Aujourd’hui',
    cellule: ({ absent, absentJusquAu, au }) => (
      <>
        {absent ? (
          <Etiquette ton="bientot">
            {absentJusquAu ? `absent jusqu’au ${formatJour(absentJusquAu, 'court')}` : 'absent'}
          </Etiquette>
        ) : null}
        {au ? <Etiquette ton="attente">{`part le ${formatJour(au, 'court')}`}</Etiquette> : null}
      </>
    ),
  },
];

export default function Professionnels({ loaderData: { murs, professionnels, peut } }: Route.ComponentProps) {
  const nom: Colonne<ProfessionnelInscrit> = {
    cle: 'nom',
    titre: 'Professionnel',
    cellule: ({ id, agentId, nom, prenom }) => (
      <a href={peut ? `/creches/professionnels/${id}` : `/organisation/agents/${agentId}`}>{formatNom(nom, prenom)}</a>
    ),
  };
  const encadrants = professionnels.filter(({ categorie }) => categorie !== null);
  const premiers = encadrants.filter(({ categorie }) => categorie === 1).length;
  return (
    <>
      <EnTetePage
        titre={`Professionnels, ${murs.nom}`}
        sous={`${professionnels.length} professionnels, dont ${encadrants.length} auprès des enfants (${premiers} de catégorie 1)`}
        fil={[FIL_CRECHES, { titre: murs.nom, href: formatAdresseCreche(murs.id) }]}
        actes={
          peut ? (
            <LienBouton href={formatAdresseCreche(murs.id, '/professionnels/nouveau')}>
              Rattacher un professionnel
            </LienBouton>
          ) : null
        }
      />
      <OngletsCreche id={murs.id} courant="professionnels" />
      {professionnels.length === 0 ? (
        <EtatVide titre="Aucun professionnel">Les agents rattachés à cette crèche apparaîtront ici.</EtatVide>
      ) : (
        <Tableau
          legende="Professionnels de la crèche, la direction d’abord"
          lignes={professionnels}
          cle={({ id }) => id}
          colonnes={[nom, ...COLONNES]}
        />
      )}
    </>
  );
}
