import { Introuvable } from '#server/errors.ts';
import { addJours } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc } from '#web/ui/bloc.tsx';
import { Radios } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { readValeurs } from '#web/valeurs.ts';
import {
  CHAMPS_BORNES,
  CHAMPS_TAUX,
  CONFIANCES_PARTICIPATION,
  formatBaremeSaisi,
  LIBELLES_BAREME,
} from '../bareme-saisie.ts';
import { listBaremes, recordBareme } from '../data/baremes.server.ts';
import { ABSENT } from '../data/familles.server.ts';
import { canUpdateBareme } from '../droits.ts';
import { type BaremeEnregistre, formatEuros } from '../participation.ts';
import { buildBaremesSaisis, findFinDuBareme, getValeursAt } from '../rules/bareme.ts';
import type { Route } from './+types/bareme.ts';

const ADRESSE = '/creches/participations';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    if (!canUpdateBareme(agent)) throw new Introuvable(ABSENT);
    const baremes = await listBaremes(tx);
    const saisis = buildBaremesSaisis(baremes);
    const id = new URL(args.request.url).searchParams.get('id');
    const corrige = baremes.find((bareme) => bareme.id === id);
    if (id !== null && corrige === undefined) throw new Introuvable(ABSENT);
    const fin = findFinDuBareme(saisis);
    // Un nouveau barème part du dernier connu : ce qui n'a pas changé ne se retape pas.
    const repris = {
      ...getValeursAt(fin, saisis),
      du: addJours(fin, 1),
      confiance: 'a-confirmer',
      source: '',
    } as const;
    return { baremes, corrige: corrige ?? null, fin, depart: formatBaremeSaisi(corrige ?? repris) };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordBareme,
    vers: () => ADRESSE,
    fait: 'Barème enregistré : les tarifs se calculent avec lui dès sa date. Les contrats signés ne changent que par un avenant.',
  });
}

export default function SaisieBareme({
  loaderData: { baremes, corrige, fin, depart },
  actionData,
}: Route.ComponentProps) {
  const { champ, saisi } = readValeurs(actionData, depart, LIBELLES_BAREME);
  const decimal = ([nom, libelle]: readonly [string, string]) => (
    <ChampTexte key={nom} {...champ(nom)} libelle={libelle} requis inputMode="decimal" taille="court" />
  );
  return (
    <Saisie
      titre={corrige ? 'Corriger un barème des participations' : 'Saisir un barème des participations'}
      sous="Le barème de la Cnaf pour les crèches, le même dans tout le département"
      fil={[{ titre: 'Heures et PSU', href: '/creches/activite' }]}
      acte="Enregistrer le barème"
      retour={corrige ? ADRESSE : '/creches/activite'}
      action={corrige ? `${ADRESSE}?id=${corrige.id}` : ADRESSE}
      rendue={actionData}
      saisi={saisi}
      version={corrige?.version}
      cote={<BaremesEnregistres baremes={baremes} />}
      intro={`Les tarifs se calculent jusqu’au ${formatJour(fin, 'long')}. Un barème vaut jusqu’au suivant, au plus jusqu’à la fin de son année. Si la Cnaf n’a rien publié, enregistrez les montants d’avant, « à confirmer » : les contrats se signent et le disent.`}
    >
      {corrige ? <input type="hidden" name="id" value={corrige.id} /> : null}
      <ChampJour {...champ('du')} libelle="Vaut à partir du" requis />
      <fieldset className="bloc-saisi">
        <legend>Taux d’effort horaire selon les enfants à charge, en pour cent</legend>
        <div className="groupe-champs">{CHAMPS_TAUX.map(decimal)}</div>
      </fieldset>
      <fieldset className="bloc-saisi">
        <legend>Ressources retenues, en euros par mois</legend>
        <div className="groupe-champs">{CHAMPS_BORNES.map(decimal)}</div>
      </fieldset>
      <ChampTexte {...champ('source')} libelle="Source" aide="La publication lue, sa date, sa page" requis />
      <Radios {...champ('confiance')} libelle="Confiance" requis choix={buildChoix(CONFIANCES_PARTICIPATION)} />
    </Saisie>
  );
}

function BaremesEnregistres({ baremes }: { baremes: readonly BaremeEnregistre[] }) {
  return (
    <Bloc titre="Barèmes saisis">
      {baremes.length === 0 ? <p>Aucun : les tarifs suivent les barèmes publiés jusqu’en 2026.</p> : null}
      {baremes.map(({ id, du, plancherCentimes, plafondCentimes, confiance, source }) => (
        <p key={id}>
          <a href={`${ADRESSE}?id=${id}`}>Depuis le {formatJour(du, 'long')}</a> : de {formatEuros(plancherCentimes)} à{' '}
          {formatEuros(plafondCentimes)} par mois. {CONFIANCES_PARTICIPATION[confiance]} : {source}
        </p>
      ))}
    </Bloc>
  );
}
