import { formatJour } from '#shared/jour-civil-format.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { ZoneTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { getServiceFait, listConstatsRemplaces } from '../data/depenses-queries.server.ts';
import { loadReglages } from '../data/reglages.server.ts';
import { updateServiceFait } from '../data/services-commands.server.ts';
import { canReadLigne } from '../droits.ts';
import type { ConstatRemplace } from '../ligne-budget.ts';
import type { Route } from './+types/prestation.ts';
import { readLigne } from './acces.server.ts';
import { buildCoches, ChampsConstat } from './champs.tsx';
import { listFilLigne } from './fil.ts';
import { buildServiceLu } from './ligne-view.ts';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const service = await getServiceFait(contexte.tx, args.params.id);
    const ligne = await readLigne(contexte, service.ligneId, canReadLigne);
    const remplaces = await listConstatsRemplaces(contexte.tx, service.id);
    return { ligne, service, remplaces, lu: buildServiceLu(service, await loadReglages(contexte)) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateServiceFait,
    avec: { id: args.params.id },
    vers: (ligneId) => `/creches/budget/lignes/${ligneId}`,
    fait: 'La prestation est à jour.',
  });
}

export default function Prestation({
  loaderData: { ligne, service, remplaces, lu },
  actionData,
}: Route.ComponentProps) {
  return (
    <Saisie
      titre={`${service.nature === 'MENAGE' ? 'Ménage' : 'Intérim'}, ${lu.mois}`}
      sous={`${ligne.libelle} · ${ligne.creche}`}
      fil={listFilLigne(ligne)}
      acte="Enregistrer la prestation"
      retour={`/creches/budget/lignes/${ligne.id}`}
      rendue={actionData}
      version={service.version}
      cote={
        <>
          <Bloc titre="Constat">
            <p>{lu.constat}</p>
            {lu.remarques.map((remarque) => (
              <p key={remarque}>{remarque}</p>
            ))}
          </Bloc>
          <ConstatsRemplaces remplaces={remplaces} />
        </>
      }
    >
      <ChampsConstat
        champ={buildChamp(actionData)}
        coches={buildCoches(actionData)}
        nature={service.nature}
        service={service}
      />
      {service.attesteLe === null ? null : (
        <ZoneTexte
          {...buildChamp(actionData)('motif')}
          libelle="Pourquoi changer ce qui est attesté"
          lignes={2}
          aide={`Attesté le ${formatJour(service.attesteLe, 'long')} par ${service.attestePar} : ce constat se garde, et vous attestez le nouveau.`}
        />
      )}
    </Saisie>
  );
}

function ConstatsRemplaces({ remplaces }: { remplaces: readonly ConstatRemplace[] }) {
  if (remplaces.length === 0) return null;
  return (
    <Bloc titre="Ce qui était attesté">
      <LignesDeBloc
        lignes={remplaces.map(({ id, le, motif, par, avant, avantAttesteLe, avantAttestePar }) => ({
          cle: id,
          titre: `Le ${formatJour(avantAttesteLe, 'long')}, par ${avantAttestePar}`,
          detail: `${Object.entries(avant)
            .filter(([, valeur]) => valeur !== '')
            .map(([libelle, valeur]) => `${libelle} : ${valeur}`)
            .join(' ; ')}. Changé le ${formatJour(le, 'long')} par ${par} : ${motif}`,
        }))}
      />
    </Bloc>
  );
}
