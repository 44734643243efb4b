import type { Membership, UserInfo } from '../world-port.ts';
import type { Colleague } from './colleagues.ts';
import { type Role, scopesOf } from './scopes.ts';

function member(...roles: readonly Role[]): Membership {
  return { roles, scopes: scopesOf(roles) };
}

/** The accounts one can sign in with. */
export const demoUsers: readonly UserInfo[] = [
  {
    id: 'u-avery',
    name: 'Avery Tremblay',
    email: 'avery.tremblay@dialai.example',
    signIn: true,
    description: {
      en: 'Supervisor in all three tenants: watches, takes over, answers',
      fr: 'Superviseure dans les trois locataires : surveille, prend en charge, répond',
    },
    memberships: {
      'northwind-utilities': member('Supervisor'),
      'maritime-telecom': member('Supervisor'),
      'pacific-clinic': member('Supervisor'),
    },
    exchangeRefused: false,
  },
  {
    id: 'u-morgan',
    name: 'Morgan Roy',
    email: 'morgan.roy@dialai.example',
    signIn: true,
    description: {
      en: 'Admin of Northwind Utilities, maintainer of Maritime Telecom',
      fr: 'Admin de Northwind Utilities, responsable de Maritime Telecom',
    },
    memberships: {
      'northwind-utilities': member('Admin', 'Supervisor'),
      'maritime-telecom': member('Maintainer'),
    },
    exchangeRefused: false,
  },
  {
    id: 'u-robin',
    name: 'Robin Chen',
    email: 'robin.chen@dialai.example',
    signIn: true,
    description: {
      en: 'Read-only at Northwind Utilities: sees everything, changes nothing',
      fr: 'Lecture seule chez Northwind Utilities : voit tout, ne change rien',
    },
    memberships: { 'northwind-utilities': member('Read-Only') },
    exchangeRefused: false,
  },
  {
    id: 'u-sam',
    name: 'Sam Diaz',
    email: 'sam.diaz@dialai.example',
    signIn: true,
    description: { en: 'Belongs to no tenant', fr: "N'appartient à aucun locataire" },
    memberships: {},
    exchangeRefused: false,
  },
  {
    id: 'u-alex',
    name: 'Alex Kim',
    email: 'alex.kim@dialai.example',
    signIn: true,
    description: {
      en: 'Supervisor whose token exchange is refused',
      fr: "Superviseur dont l'échange de jeton est refusé",
    },
    memberships: { 'northwind-utilities': member('Supervisor') },
    exchangeRefused: true,
  },
];

/** Colleagues as users: members of their tenant who are not offered on the sign-in page. */
export function colleagueUsers(slug: string, colleagues: readonly Colleague[]): readonly UserInfo[] {
  return colleagues.map(({ id, name }) => ({
    id,
    name,
    email: `${id}@${slug}.example`,
    signIn: false,
    description: { en: 'Works in the simulated world', fr: 'Travaille dans le monde simulé' },
    memberships: { [slug]: member('CSR') },
    exchangeRefused: false,
  }));
}
