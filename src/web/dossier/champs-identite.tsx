import { LIBELLE_NAISSANCE_PRECISION, LIBELLE_SEXE } from '#modules/personnes/index.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { type buildChamp, buildChoix } from '#web/ui/choix.ts';

type Props = { champ: ReturnType<typeof buildChamp> };
type Defauts = Readonly<Record<string, string | null>>;

/** Nom, prénom, sexe, naissance : les mêmes champs partout. */
export function ChampsIdentite({ champ: champSaisi, defauts = {} }: Props & { defauts?: Defauts }) {
  const champ = (nom: string) => champSaisi(nom, defauts[nom]);
  return (
    <>
      <div className="groupe-champs">
        <ChampTexte {...champ('nom')} libelle="Nom de naissance" requis autoComplete="off" />
        <ChampTexte {...champ('prenom')} libelle="Prénom" requis autoComplete="off" />
        <ChampTexte {...champ('nomUsage')} libelle="Nom d’usage" autoComplete="off" />
      </div>
      <div className="groupe-champs">
        <ChampJour
          {...champ('dateNaissance')}
          libelle="Date de naissance"
          aide="Même approchée, par exemple 01/01/2010"
        />
        <ChampSelection
          {...champ('naissancePrecision')}
          libelle="Ce que vaut cette date"
          choix={buildChoix(LIBELLE_NAISSANCE_PRECISION)}
          requis
        />
        <ChampSelection {...champ('sexe')} libelle="Sexe" choix={buildChoix(LIBELLE_SEXE)} requis />
      </div>
    </>
  );
}

/** L'adresse, telle qu'on l'écrit sur une enveloppe. */
export function ChampsAdresse({ champ }: Props) {
  return (
    <div className="groupe-champs">
      <ChampTexte {...champ('voie')} libelle="Numéro et voie" taille="long" autoComplete="off" />
      <ChampTexte {...champ('complement')} libelle="Complément" autoComplete="off" />
      <ChampTexte
        {...champ('codePostal')}
        libelle="Code postal"
        inputMode="numeric"
        taille="court"
        autoComplete="off"
      />
      <ChampTexte {...champ('communeNom')} libelle="Commune" autoComplete="off" />
    </div>
  );
}
