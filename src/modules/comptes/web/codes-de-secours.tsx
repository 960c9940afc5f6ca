import { BoutonImprimer } from '#web/ui/bouton-imprimer.tsx';

/** Montrés une seule fois : la base n'en garde qu'une forme chiffrée. */
export function CodesDeSecours({ codes }: { codes: readonly string[] }) {
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">Vos codes de secours</h2>
      <p>
        Sans téléphone, un de ces codes le remplace ; chacun ne sert qu’une fois. Imprimez-les ou recopiez-les, et
        gardez-les ailleurs que près de votre ordinateur : ils ne seront plus jamais montrés.
      </p>
      <ul className="seuil-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="boutons">
        <BoutonImprimer />
      </div>
    </section>
  );
}
