import { Bloc } from '#web/ui/bloc.tsx';
import { EtapesDeCalcul } from '#web/ui/details.tsx';
import { Objections } from '#web/ui/objections.tsx';
import type { Apercu, Calcul } from './contrat-view.ts';

/** Ce qu'on relit avant de signer : le tarif, la mensualité, ce qu'il faut savoir. */
export function CalculDuContrat({ apercu }: { apercu: Apercu }) {
  const { tarif, mensualite, avertissements, objections } = apercu;
  return (
    <>
      <BlocDeCalcul titre={`Tarif : ${tarif.montant} de l’heure`} calcul={tarif} />
      <BlocDeCalcul titre={`Mensualité : ${mensualite.montant}`} calcul={mensualite} />
      {avertissements.length + objections.length > 0 ? (
        <Bloc titre="À savoir avant de signer">
          {avertissements.map((phrase) => (
            <p key={phrase}>{phrase}</p>
          ))}
          <Objections objections={objections} />
        </Bloc>
      ) : null}
    </>
  );
}

export function BlocDeCalcul({ titre, calcul }: { titre: string; calcul: Calcul }) {
  return (
    <Bloc titre={titre}>
      <EtapesDeCalcul etapes={calcul.etapes} textes={calcul.textes} />
    </Bloc>
  );
}
