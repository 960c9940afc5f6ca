import { listMesRelaisDuJour } from '#modules/acces/index.server.ts';
import { listAgents } from '#modules/agents/index.server.ts';
import { findTarifsARevoir } from '#modules/contrats-eaje/index.server.ts';
import { findSousTaux } from '#modules/encadrement/index.server.ts';
import { CrechesSousLeTaux } from '#modules/encadrement/web/composants.tsx';
import { listAvis, recordAvisLu } from '#modules/organisation/index.server.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { LienBouton } from '#web/ui/bouton.tsx';
import { Couloir, LigneDue } from '#web/ui/couloir.tsx';
import { EtapesDeCalcul } from '#web/ui/details.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { listMesEcheances } from '../data/gather.server.ts';
import { findPorteeDArrivee, listPortees, type Portee } from '../echeance-filtre.ts';
import type { Route } from './+types/ma-journee.ts';
import { AvisRecus, Equipe, Relais, TarifsDesCreches } from './cote.tsx';
import {
  buildAvis,
  buildEquipe,
  buildMaJournee,
  buildPortees,
  buildRelais,
  type CouloirVu,
  formatResume,
  type LigneVue,
} from './ma-journee-view.ts';

const AVIS_MONTRES = 5;
const EQUIPE_MONTREE = 12;

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { agent, aujourdhui } = contexte;
    const { searchParams } = new URL(args.request.url);
    const arrivee = findPorteeDArrivee(agent);
    const portee = listPortees(agent).find((offerte) => offerte === searchParams.get('portee')) ?? arrivee;
    const couloirs = buildMaJournee(await listMesEcheances(contexte, portee), aujourdhui, searchParams.get('couloir'));
    const avis = await listAvis(contexte, { page: 1, taille: AVIS_MONTRES });
    const equipe = agent.uniteId
      ? await listAgents(
          contexte,
          { q: '', unite: Identifiant.parse(agent.uniteId), metier: '', presence: 'en-poste', tri: 'nom', sens: 'asc' },
          { page: 1, taille: EQUIPE_MONTREE },
        )
      : null;
    return {
      couloirs,
      portee,
      portees: buildPortees(agent, portee),
      avis: buildAvis(avis.lignes, aujourdhui),
      relais: canDo(agent, 'enfants.lire-mission') ? buildRelais(await listMesRelaisDuJour(contexte), agent) : null,
      equipe: equipe ? buildEquipe(equipe, agent, aujourdhui) : null,
      sousTaux: await findSousTaux(contexte),
      tarifs: await findTarifsARevoir(contexte),
      sous: [formatJour(aujourdhui, 'complet'), agent.poste ?? agent.metier, formatResume(couloirs)].join(' · '),
    };
  });
}

/** Marque un avis comme lu. */
export function action(args: Route.ActionArgs) {
  return actPage(args, { command: recordAvisLu, vers: () => '/' });
}

export default function MaJournee({
  loaderData: { couloirs, portee, portees, avis, relais, equipe, sousTaux, tarifs, sous },
}: Route.ComponentProps) {
  return (
    <>
      <EnTetePage titre="Ma journée" sous={sous.charAt(0).toLocaleUpperCase('fr') + sous.slice(1)} />
      {portees.length > 0 ? <Onglets libelle="Pour qui" onglets={portees} /> : null}
      <div className="colonnes">
        <div>
          {couloirs.map((couloir) => (
            <CouloirDeLaJournee key={couloir.cle} couloir={couloir} portee={portee} />
          ))}
        </div>
        <aside aria-label="Autour de ma journée">
          {sousTaux ? <CrechesSousLeTaux sousTaux={sousTaux} /> : null}
          {tarifs && tarifs.length > 0 ? <TarifsDesCreches tarifs={tarifs} /> : null}
          <AvisRecus avis={avis} />
          {relais ? <Relais relais={relais} /> : null}
          {equipe ? <Equipe equipe={equipe} /> : null}
        </aside>
      </div>
    </>
  );
}

function CouloirDeLaJournee({ couloir, portee }: { couloir: CouloirVu; portee: Portee }) {
  const { cle, titre, nombre, coupe, lignes, vide } = couloir;
  return (
    <Couloir
      titre={titre}
      nombre={nombre}
      toutVoir={coupe ? `/?couloir=${cle}&portee=${portee}` : undefined}
      vide={vide}
    >
      {lignes.map((ligne) => (
        <Ligne key={ligne.cle} ligne={ligne} />
      ))}
    </Couloir>
  );
}

function Ligne({ ligne }: { ligne: LigneVue }) {
  return (
    <LigneDue
      ton={ligne.ton}
      quand={ligne.quand}
      quandDetail={ligne.quandDetail}
      jourComplet={ligne.jourComplet}
      qui={ligne.qui}
      quoi={ligne.quoi}
      quoiDetail={ligne.quoiDetail}
      acte={ligne.acte ? <LienBouton href={ligne.acte.href}>{ligne.acte.titre}</LienBouton> : undefined}
      calcul={ligne.etapes.length > 0 ? <EtapesDeCalcul etapes={ligne.etapes} textes={ligne.textes} /> : undefined}
    />
  );
}
