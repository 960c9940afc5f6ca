import type { Contexte } from '#database/as-agent.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { listNoms, listSections, readPrevision } from '../data/previsions.server.ts';
import { recordSortie } from '../data/sortie-commands.server.ts';
import { canTenirPlanning } from '../droits.ts';
import { formatPlages } from '../rules/quarts.ts';
import { type CrecheDuJour, listCrechesDuJour } from '../rules/territoire.ts';
import type { Route } from './+types/sortie.ts';
import { formatAdresseJour } from './adresses.ts';
import './encadrement.css';
import { JourFiltre } from './du-jour.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, (contexte) => {
    const { jour } = parseFiltre(args.request, JourFiltre).filtre;
    return readSortie(contexte, args.params.id, jour ?? contexte.aujourdhui);
  });
}

async function readSortie({ tx, agent }: Contexte, id: string, jour: JourCivil) {
  const prevision = await readPrevision(tx, { du: jour, au: jour, etablissementIds: [id] });
  const [creche] = listCrechesDuJour(prevision, jour);
  if (!creche || !canTenirPlanning(agent, creche.etablissement))
    throw new Introuvable('Fermée ce jour, absente, ou hors de vos missions.');
  const { nom } = creche.etablissement;
  return { id, nom, jour, enfants: await listEnfants(tx, creche), accompagnants: listAccompagnants(creche) };
}

/** Les enfants attendus ce jour, section par section. */
async function listEnfants(tx: Contexte['tx'], { creche, accueils }: CrecheDuJour) {
  const sections = new Map((await listSections(tx, creche.id)).map((section) => [section.id, section.nom]));
  const noms = await listNoms(tx, [...new Set(accueils.map(({ enfantId }) => enfantId))]);
  return noms
    .map(({ id, nom, prenom }) => {
      const siens = accueils.filter(({ enfantId }) => enfantId === id);
      const sectionId = siens[0]?.sectionId ?? null;
      const groupe = (sectionId && sections.get(sectionId)) || 'Sans section';
      return { valeur: id, libelle: `${formatNom(nom, prenom)} · ${formatPlages(siens)}`, groupe };
    })
    .toSorted((a, b) => a.groupe.localeCompare(b.groupe, 'fr'));
}

function listAccompagnants({ postes }: CrecheDuJour) {
  return postes
    .filter(({ etat, segments }) => etat === 'PREVU' && segments.length > 0)
    .map(({ professionnelId, nom, prenom, libelleMetier, categorie, segments }) => ({
      valeur: professionnelId,
      libelle: `${formatNom(nom, prenom)} · ${libelleMetier}${categorie === null ? ', ne compte pas' : ''} · ${formatPlages(segments.filter(({ nature }) => nature === 'POSTE'))}`,
    }));
}

export function action(args: Route.ActionArgs) {
  const jour = new URL(args.request.url).searchParams.get('jour') ?? '';
  return actPage(args, {
    command: recordSortie,
    avec: { etablissementId: args.params.id, jour },
    vers: (id) => formatAdresseJour(id, jour, '#sorties'),
    fait: 'La sortie est inscrite : enfants et accompagnants ne sont plus comptés sur place à ces heures.',
  });
}

export default function Sortie({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, jour, enfants, accompagnants } = loaderData;
  const { erreurs, v } = readValeurs(actionData, null);
  const coches = (cle: string) => [actionData?.valeurs[cle] ?? []].flat();
  const champ = (cle: string) => ({ nom: cle, valeur: v(cle), erreur: erreurs[cle] });
  const retour = formatAdresseJour(id, jour, '#sorties');
  return (
    <Saisie
      titre="Inscrire une sortie"
      sous={`${nom} · ${formatJour(jour, 'complet')}`}
      fil={[FIL_CRECHES, { titre: nom, href: formatAdresseCreche(id) }, { titre: 'Jour', href: retour }]}
      acte="Inscrire la sortie"
      retour={retour}
      rendue={actionData}
      intro="Hors de la crèche, il faut un professionnel pour cinq enfants, jamais moins de deux (CSP, art. R2324-43-2). Les parents et les bénévoles ne comptent pas."
    >
      <ChampTexte {...champ('lieu')} libelle="Où" requis maxLength={120} aide="Médiathèque, parc…" />
      <div className="champs-en-ligne">
        <ChampTexte {...champ('debut')} libelle="Départ" requis taille="court" aide="9 h 30" />
        <ChampTexte {...champ('fin')} libelle="Retour" requis taille="court" aide="11 h" />
      </div>
      <CasesACocher
        nom="accompagnants"
        erreur={erreurs.accompagnants}
        libelle="Qui accompagne"
        requis
        choix={accompagnants}
        valeurs={coches('accompagnants')}
      />
      <CasesACocher
        nom="enfants"
        erreur={erreurs.enfants}
        libelle="Quels enfants"
        requis
        choix={enfants}
        valeurs={coches('enfants')}
      />
    </Saisie>
  );
}
