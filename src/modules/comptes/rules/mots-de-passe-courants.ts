/** Mots dont sont faits les mots de passe les plus courants de douze caractères et plus, en français et en anglais. */
export const MOTS_DE_PASSE_COURANTS: readonly string[] = (
  'motdepasse passe password passw0rd azerty azertyuiop qwerty qwertyuiop qsdfgh wxcvbn iloveyou jetaime bonjour bonsoir ' +
  'soleil chocolat princesse doudou coucou loulou marseille paris france bienvenue welcome letmein admin administrateur ' +
  'administrator utilisateur user test demo marelle departement conseil mairie secret secure securite dragon football ' +
  'monkey sunshine superman batman master shadow abcdef abcd1234 abc123 nicolas camille thomas julien alexandre isabelle ' +
  'janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre printemps hiver automne changeme ' +
  'changer enfance enfant enfants temporaire provisoire nouveau toto tata titi mot de hello google facebook maison famille vacances'
).split(' ');
