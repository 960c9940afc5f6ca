import type { ReactNode } from 'react';
import { Form, useRouteLoaderData } from 'react-router';
import type { CadreVue } from '../cadre/cadre-vue.ts';
import type { SaisieRendue } from '../page.server.ts';
import { Bouton } from '../ui/bouton.tsx';
import { Avis } from '../ui/message.tsx';
import { RepriseContexte } from '../ui/reprise.ts';
import { ResumeErreurs } from '../ui/resume-erreurs.tsx';
import { Tableau } from '../ui/tableau.tsx';
import { EnTetePage, type EnTetePageProps } from './en-tete-page.tsx';

/** Ce qui est à côté du formulaire s'y rattache par `form={ID_DE_SAISIE}`. */
export const ID_DE_SAISIE = 'saisie';

type SaisieProps = EnTetePageProps & {
  /** L'acte : « Enregistrer l'agent », « Transmettre au parquet ». */
  acte: string;
  danger?: boolean;
  /** Où revenir sans rien enregistrer. */
  retour: string;
  /** Ce que l'action a rendu (`actionData`) : erreurs, textes de la règle qui refuse, version d'un autre. */
  rendue?: SaisieRendue;
  /** La saisie en clair, libellé → valeur, pour la comparer à la version d'un autre en cas de conflit. */
  saisi?: Readonly<Record<string, string>>;
  /** Version lue, rendue à l'enregistrement pour voir si un autre est passé entre-temps. */
  version?: string | number;
  /** Message quand la saisie a été gardée : session expirée, retour sur la page. */
  brouillon?: ReactNode;
  intro?: ReactNode;
  action?: string;
  /** Vrai si le formulaire envoie un fichier. */
  fichier?: boolean;
  /** D'autres actes, à côté du principal. */
  autresActes?: ReactNode;
  cote?: ReactNode;
  children: ReactNode;
};

/** Une page de saisie : ce qui empêche d'enregistrer en tête, les champs, puis un bouton qui dit l'acte. */
export function Saisie(props: SaisieProps) {
  const { titre, etiquettes, sous, fil, actes, rendue, cote } = props;
  // Une saisie que l'action vient de rendre passe avant celle qu'une session expirée avait fait garder.
  const gardee = useRouteLoaderData<CadreVue>('cadre')?.reprise ?? null;
  const reprise = rendue ? null : gardee;
  const formulaire = (
    <RepriseContexte value={reprise}>
      <FormulaireDeSaisie {...props} />
    </RepriseContexte>
  );
  return (
    <>
      <EnTetePage {...{ titre, etiquettes, sous, fil, actes }} />
      {rendue?.conflit ? (
        <Conflit conflit={rendue.conflit} saisi={props.saisi} />
      ) : (
        <ResumeErreurs
          erreurs={rendue?.erreurs}
          titre={rendue?.textes ? 'Cet acte n’est pas possible' : undefined}
          textes={rendue?.textes}
        />
      )}
      {reprise ? <Avis annonce>Votre saisie a été retrouvée : vérifiez-la, puis enregistrez-la.</Avis> : null}
      {props.brouillon ? <Avis annonce>{props.brouillon}</Avis> : null}
      {cote ? (
        <div className="colonnes">
          {formulaire}
          <aside aria-label="Pour aider la saisie">{cote}</aside>
        </div>
      ) : (
        formulaire
      )}
    </>
  );
}

function FormulaireDeSaisie(props: SaisieProps) {
  return (
    // Le navigateur ne juge pas à notre place : les messages viennent des mêmes règles que l'API.
    <Form
      id={ID_DE_SAISIE}
      className="saisie"
      method="post"
      action={props.action}
      encType={props.fichier ? 'multipart/form-data' : undefined}
      noValidate
    >
      {props.intro ? <p>{props.intro}</p> : null}
      {props.version === undefined ? null : <input type="hidden" name="version" value={props.version} />}
      {props.children}
      <div className="saisie-boutons">
        <Bouton variante={props.danger ? 'danger' : 'principal'}>{props.acte}</Bouton>
        {props.autresActes}
        <a href={props.retour}>Revenir sans enregistrer</a>
      </div>
    </Form>
  );
}

function Conflit({
  conflit,
  saisi = {},
}: {
  conflit: NonNullable<SaisieRendue['conflit']>;
  saisi: SaisieProps['saisi'];
}) {
  return (
    <Avis ton="bientot" titre={conflit.motif} annonce>
      <p>
        Rien n’a été perdu : votre saisie est dans le formulaire. Comparez, corrigez au besoin, puis enregistrez : votre
        version remplacera celle qui est enregistrée.
      </p>
      <Tableau
        legende="La version enregistrée et la vôtre"
        lignes={Object.entries(conflit.actuel)}
        cle={([libelle]) => libelle}
        colonnes={[
          { cle: 'champ', titre: 'Champ', cellule: ([libelle]) => libelle },
          { cle: 'enregistre', titre: 'Enregistré', cellule: ([, valeur]) => valeur },
          { cle: 'saisi', titre: 'Votre saisie', cellule: ([libelle]) => saisi[libelle] ?? 'dans le formulaire' },
        ]}
      />
    </Avis>
  );
}
