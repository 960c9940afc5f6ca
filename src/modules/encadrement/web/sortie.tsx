import type { Contexte } from '#database/as-agent.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { parseFiltre } from '#web/filtre.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { listNoms, listSections, readPrevision } from '../data/previsions.server.ts';
import { recordSortie, updateSortie } from '../data/sortie-commands.server.ts';
import { canTenirPlanning } from '../droits.ts';
import type { Sortie } from '../prevision.ts';
import { formatPlages } from '../rules/quarts.ts';
import { computeEmpreinteDeSortie } from '../rules/sortie.ts';
import { type CrecheDuJour, listCrechesDuJour } from '../rules/territoire.ts';
import type { Route } from './+types/sortie.ts';
import { formatAdresseJour, formatAdresseSortie } from './adresses.ts';
import './encadrement.css';
import { JourFiltre } from './du-jour.server.ts';

const SortieFiltre = JourFiltre.extend({ sortie: Identifiant.nullable().catch(null).default(null) });

export function loader(args: Route.LoaderArgs) {
  return readPage(args, (contexte) => {
    const { jour, sortie } = parseFiltre(args.request, SortieFiltre).filtre;
    return readSortie(contexte, { id: args.params.id, jour: jour ?? contexte.aujourdhui, sortieId: sortie });
  });
}

type Lue = Readonly<{ id: string; jour: JourCivil; sortieId: string | null }>;

async function readSortie({ tx, agent }: Contexte, { id, jour, sortieId }: Lue) {
  const prevision = await readPrevision(tx, { du: jour, au: jour, etablissementIds: [id] });
  const sortie = prevision.sorties.find((inscrite) => inscrite.id === sortieId);
  // Ceux de la sortie qu'on modifie se choisissent encore : elle ne les retient pas.
  const sorties = prevision.sorties.filter((autre) => autre !== sortie);
  const [creche] = listCrechesDuJour({ ...prevision, sorties }, jour);
  if (!creche || !canTenirPlanning(agent, creche.etablissement))
    throw new Introuvable('Fermée ce jour, absente, ou hors de vos missions.');
  const { nom } = creche.etablissement;
  const [enfants, accompagnants] = [await listEnfants(tx, creche), listAccompagnants(creche)];
  return {
    ...{ id, nom, jour, enfants, accompagnants },
    inscrite: sortie ? buildInscrite(sortie) : null,
    retiree: sortieId !== null && !sortie,
    partis: sortie ? await listPartis(tx, creche, sortie, [...enfants, ...accompagnants]) : [],
  };
}

const buildInscrite = (sortie: Sortie) => ({
  ...{ id: sortie.id, lieu: sortie.lieu, enfants: sortie.enfants, accompagnants: sortie.accompagnants },
  ...{ debut: formatMinutes(sortie.debut), fin: formatMinutes(sortie.fin) },
  version: computeEmpreinteDeSortie(sortie),
});

/** Ceux que la sortie comptait et qui ne sont plus là ce jour : ils ne se choisissent plus, et cela se dit. */
async function listPartis(
  tx: Contexte['tx'],
  { postes }: CrecheDuJour,
  { enfants, accompagnants }: Sortie,
  choix: readonly { valeur: string }[],
): Promise<string[]> {
  const offerts = new Set(choix.map(({ valeur }) => valeur));
  const absents = await listNoms(
    tx,
    enfants.filter((id) => !offerts.has(id)),
  );
  const empeches = postes.filter(
    ({ professionnelId }) => accompagnants.includes(professionnelId) && !offerts.has(professionnelId),
  );
  return [...empeches, ...absents].map(({ nom, prenom }) => formatNom(nom, prenom));
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
  const { searchParams } = new URL(args.request.url);
  const jour = searchParams.get('jour') ?? '';
  const sortieId = searchParams.get('sortie');
  const avec = { etablissementId: args.params.id, jour };
  const vers = (id: string) => formatAdresseJour(id, jour, '#sorties');
  return sortieId === null
    ? actPage(args, { command: recordSortie, avec, vers, fait: INSCRITE })
    : actPage(args, { command: updateSortie, avec: { ...avec, sortieId }, vers, fait: MODIFIEE });
}

const INSCRITE = 'La sortie est inscrite : enfants et accompagnants ne sont plus comptés sur place à ces heures.';
const MODIFIEE = 'La sortie est modifiée : qui n’en est plus est de nouveau compté sur place.';
const LIBELLES = { Où: 'lieu', Départ: 'debut', Retour: 'fin' };

/** Les personnes cochées, par leur nom, en face de celles qu'un autre a choisies. */
const formatCoches = (choix: readonly { valeur: string; libelle: string }[], coches: readonly string[]) =>
  choix
    .filter(({ valeur }) => coches.includes(valeur))
    .map(({ libelle }) => libelle.split(' · ')[0])
    .join(', ');

/** Ce qui a changé depuis que la sortie est inscrite. */
function formatAvertissement(retiree: boolean, partis: readonly string[]): string | null {
  if (retiree) return 'Cette sortie a été retirée : l’enregistrer l’inscrirait de nouveau.';
  if (partis.length === 0) return null;
  const [absents, ote] = partis.length > 1 ? ['Ne sont plus là', 'les en'] : ['N’est plus là', 'l’en'];
  return `${absents} ce jour : ${partis.join(', ')}. Enregistrer la sortie ${ote} ôte.`;
}

export default function PageDeSortie({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, jour, enfants, accompagnants, inscrite, retiree, partis } = loaderData;
  const { erreurs, champ, saisi } = readValeurs(actionData, inscrite, LIBELLES);
  const source: Readonly<Record<string, unknown>> = actionData?.valeurs ?? inscrite ?? {};
  const coches = (cle: string) => [source[cle] ?? []].flat().map(String);
  const retour = formatAdresseJour(id, jour, '#sorties');
  return (
    <Saisie
      titre={inscrite ? 'Modifier une sortie' : 'Inscrire une sortie'}
      sous={`${nom} · ${formatJour(jour, 'complet')}`}
      fil={[FIL_CRECHES, { titre: nom, href: formatAdresseCreche(id) }, { titre: 'Jour', href: retour }]}
      acte={inscrite ? 'Modifier la sortie' : 'Inscrire la sortie'}
      action={formatAdresseSortie(id, jour, inscrite?.id)}
      retour={retour}
      rendue={actionData}
      version={inscrite?.version}
      saisi={{
        ...saisi,
        'Qui accompagne': formatCoches(accompagnants, coches('accompagnants')),
        'Quels enfants': formatCoches(enfants, coches('enfants')),
      }}
      brouillon={formatAvertissement(retiree, partis)}
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
