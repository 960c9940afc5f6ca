import { data, useLocation } from 'react-router';
import { OngletsCreche } from '#modules/eaje/web/composants.tsx';
import { PageDemandee } from '#shared/pagination.ts';
import { readColonnes } from '#web/colonnes.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Liste } from '#web/gabarits/liste.tsx';
import { readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, buildChoixNommes } from '#web/ui/choix.ts';
import { Avis } from '#web/ui/message.tsx';
import { listContratsARevoir } from '../data/baremes.server.ts';
import { countManques, listEnfants, type Manques } from '../data/enfants.server.ts';
import { getCreche, listSections } from '../data/familles.server.ts';
import { canUpdateAccueil } from '../droits.ts';
import { ACCUEILS, ACCUEILS_DE_QUI_ACCUEILLE, type Accueil, EnfantFiltre } from '../enfant-filtre.ts';
import type { Route } from './+types/enfants.ts';
import { buildColonnesEnfants } from './enfants-colonnes.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { tx, agent, aujourdhui } = contexte;
    const { filtre, brut } = parseFiltre(args.request, EnfantFiltre);
    const { choisies, temoin } = readColonnes(args, 'enfants-creche');
    const creche = await getCreche(tx, args.params.id);
    const peut = canUpdateAccueil(agent, creche);
    const revoir = peut ? await listContratsARevoir(contexte, creche.id) : [];
    const aRevoir = revoir.map(({ id }) => id);
    const demande = { etablissementId: creche.id, voitRessources: peut, aRevoir };
    const vue = {
      creche,
      peut,
      filtre,
      aujourdhui,
      page: await listEnfants(contexte, demande, filtre, PageDemandee.parse(brut)),
      manquent: peut ? { ...(await countManques(contexte, creche.id)), aRevoir: aRevoir.length } : null,
      sections: await listSections(tx, creche.id),
      colonnes: choisies,
    };
    return data(vue, temoin ? { headers: { 'Set-Cookie': temoin } } : {});
  });
}

export default function EnfantsDeLaCreche({ loaderData }: Route.ComponentProps) {
  const { creche, peut, filtre, aujourdhui, page, manquent, sections, colonnes } = loaderData;
  const { pathname, search } = useLocation();
  const accueils = Object.entries(ACCUEILS).filter(
    ([cle]) => peut || !ACCUEILS_DE_QUI_ACCUEILLE.includes(cle as Accueil),
  );
  return (
    <Liste
      titre={`Enfants, ${creche.nom}`}
      sous="Qui est accueilli, quels jours, à quel tarif"
      fil={[
        { titre: 'Crèches', href: '/creches' },
        { titre: creche.nom, href: `/creches/${creche.id}` },
      ]}
      actes={
        peut ? <LienBouton href={`/creches/${creche.id}/familles/nouvelle`}>Inscrire une famille</LienBouton> : null
      }
      tete={<OngletsCreche id={creche.id} courant="enfants" />}
      adresse={pathname + search}
      {...page}
      nom={['enfant', 'enfants']}
      filtree={Boolean(filtre.q || filtre.section || filtre.accueil !== 'accueilli')}
      exporter={`/creches/${creche.id}/enfants.xlsx`}
      colonnesChoisies={colonnes}
      tri={{ cle: filtre.tri, sens: filtre.sens }}
      cle={({ id }) => id}
      colonnes={buildColonnesEnfants(aujourdhui, peut)}
      filtres={
        <>
          <ChampTexte nom="q" libelle="Nom ou prénom" type="search" valeur={filtre.q} />
          <ChampSelection
            nom="section"
            libelle="Section"
            vide="Toutes"
            choix={buildChoixNommes(sections)}
            valeur={filtre.section}
          />
          <ChampSelection
            nom="accueil"
            libelle="Accueil"
            vide={null}
            choix={buildChoix(Object.fromEntries(accueils))}
            valeur={filtre.accueil}
          />
        </>
      }
      vide={{
        titre: 'Aucun enfant accueilli ce jour',
        texte:
          'Les enfants dont le contrat est en cours apparaîtront ici, une fois leur famille inscrite et le contrat signé.',
      }}
    >
      {manquent ? <CeQuiManque {...manquent} accueil={filtre.accueil} /> : null}
    </Liste>
  );
}

type CeQuiManqueProps = Manques & { aRevoir: number; accueil: Accueil };

function CeQuiManque({ attendus, sansRessources, aRevoir, accueil }: CeQuiManqueProps) {
  return (
    <>
      {attendus > 0 && accueil !== 'attendus' ? (
        <Avis ton="attente">
          <a href="?accueil=attendus">
            {attendus} enfant{attendus > 1 ? 's' : ''} sans contrat
          </a>{' '}
          : {attendus > 1 ? 'inscrits, sans accueil réservé ; leur' : 'inscrit, sans accueil réservé ; son'} contrat est
          à préparer.
        </Avis>
      ) : null}
      {sansRessources > 0 && accueil !== 'sans-ressources' ? (
        <Avis ton="bientot">
          <a href="?accueil=sans-ressources">
            {sansRessources} enfant{sansRessources > 1 ? 's' : ''} sans ressources inscrites
          </a>{' '}
          : {sansRessources > 1 ? 'leur' : 'son'} tarif ne peut pas se réviser.
        </Avis>
      ) : null}
      {aRevoir > 0 && accueil !== 'tarif-a-revoir' ? (
        <Avis ton="bientot">
          <a href="?accueil=tarif-a-revoir">
            {aRevoir} tarif{aRevoir > 1 ? 's' : ''} à revoir
          </a>{' '}
          : le barème ou les ressources ont changé depuis la signature.
        </Avis>
      ) : null}
    </>
  );
}
