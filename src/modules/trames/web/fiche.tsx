import { Form } from 'react-router';
import { Fiche } from '#web/gabarits/fiche.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton, LienBouton } from '#web/ui/bouton.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { ResumeErreurs } from '#web/ui/resume-erreurs.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { listVersions } from '../data/trames.server.ts';
import { recordRetour } from '../data/trames-commands.server.ts';
import { canRecordTrame } from '../droits.ts';
import type { Route } from './+types/fiche.ts';
import { getNature } from './nature.server.ts';
import { TableauBalises } from './tableau-balises.tsx';
import { buildBalises, FIL_TRAMES, formatJourDe, formatTaille } from './trames-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { cle, titre, aide, groupe, balises } = getNature(args.params.nature);
    const versions = (await listVersions(contexte, cle)).map((version) => ({
      ...version,
      jour: formatJourDe(version),
      taille: version.octets === null ? null : formatTaille(version.octets),
    }));
    return {
      document: { titre, aide, groupe, adresse: `/administration/trames/${cle}` },
      balises: buildBalises(balises),
      versions,
      enUsage: versions[0]?.fichierNom ? versions[0] : null,
      peut: canRecordTrame(contexte.agent),
    };
  });
}

/** Revenir à la trame de Marelle. */
export async function action(args: Route.ActionArgs) {
  const nature = await readPage(args, async () => getNature(args.params.nature));
  return actPage(args, {
    command: recordRetour,
    avec: { nature },
    vers: (cle) => `/administration/trames/${cle}`,
    fait: 'La trame de Marelle sert de nouveau. La vôtre reste dans l’histoire.',
  });
}

export default function FicheTrame({ loaderData, actionData }: Route.ComponentProps) {
  const { document, balises, versions, enUsage, peut } = loaderData;
  const { erreurs, v } = readValeurs(actionData, null);
  return (
    <Fiche
      titre={document.titre}
      sous={document.aide}
      fil={[FIL_TRAMES]}
      actes={<Actes adresse={document.adresse} peut={peut} sienne={enUsage !== null} />}
      faits={[
        { titre: 'Trame qui sert', valeur: enUsage ? 'celle du département' : 'celle de Marelle' },
        { titre: 'Depuis', valeur: enUsage ? enUsage.jour : 'toujours', detail: enUsage?.par },
        { titre: 'Sujet', valeur: document.groupe },
      ]}
    >
      <ResumeErreurs erreurs={erreurs} />
      <TableauBalises balises={balises} />
      <Histoire adresse={document.adresse} versions={versions} />
      {peut && enUsage ? <Retour valeur={v('motif')} erreur={erreurs.motif} /> : null}
    </Fiche>
  );
}

function Actes({ adresse, peut, sienne }: { adresse: string; peut: boolean; sienne: boolean }) {
  return (
    <>
      {peut ? (
        <LienBouton href={`${adresse}/remplacer`} variante="principal">
          Remplacer la trame
        </LienBouton>
      ) : null}
      <LienBouton href={`${adresse}/exemple.docx`} download>
        Voir un exemple rempli
      </LienBouton>
      <LienBouton href={`${adresse}/trame.docx`} download>
        Télécharger la trame qui sert
      </LienBouton>
      {sienne ? (
        <LienBouton href={`${adresse}/marelle.docx`} download>
          Télécharger celle de Marelle
        </LienBouton>
      ) : null}
    </>
  );
}

function Retour({ valeur, erreur }: { valeur: string; erreur: string | undefined }) {
  return (
    <section className="section">
      <h2>Revenir à la trame de Marelle</h2>
      <Form method="post" className="saisie" noValidate>
        <ChampTexte
          nom="motif"
          libelle="Pourquoi"
          aide="La vôtre reste dans l’histoire et peut être remise en service."
          requis
          valeur={valeur}
          erreur={erreur}
          maxLength={300}
        />
        <Bouton>Revenir à la trame de Marelle</Bouton>
      </Form>
    </section>
  );
}

type HistoireProps = { adresse: string } & Pick<Route.ComponentProps['loaderData'], 'versions'>;

function Histoire({ adresse, versions }: HistoireProps) {
  return (
    <section className="section">
      <h2>
        Histoire de cette trame <span className="nombre">{versions.length}</span>
      </h2>
      {versions.length === 0 ? (
        <EtatVide titre="Jamais remplacée">La trame de Marelle sert depuis toujours.</EtatVide>
      ) : (
        <Tableau
          legende="Versions, de la plus récente à la plus ancienne"
          lignes={versions}
          cle={({ version }) => String(version)}
          colonnes={[
            { cle: 'version', titre: 'Version', nombre: true, cellule: ({ version }) => version },
            {
              cle: 'fichier',
              titre: 'Trame',
              cellule: ({ version, fichierNom, taille }) =>
                fichierNom ? (
                  <>
                    <a href={`${adresse}/version-${version}.docx`} download>
                      {fichierNom}
                    </a>
                    <small>{taille}</small>
                  </>
                ) : (
                  'retour à celle de Marelle'
                ),
            },
            { cle: 'motif', titre: 'Ce qui change', cellule: ({ motif }) => motif },
            { cle: 'jour', titre: 'Depuis', cellule: ({ jour }) => jour },
            { cle: 'par', titre: 'Par', cellule: ({ par }) => par },
          ]}
        />
      )}
    </section>
  );
}
