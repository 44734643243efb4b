import type { ReactNode } from 'react';
import { ConnectionForm } from '../features/connection/connection-form.tsx';
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx';
import { ProductMark } from './product-mark.tsx';

/** Joins signing in to the form about the instance; neither feature knows the other. */
export function SignedOut(): ReactNode {
  return <SignInScreen mark={<ProductMark size={28} />} renderForm={(form) => <ConnectionForm {...form} />} />;
}
