/** What every page is given: see `middleware.ts`. */
declare namespace App {
  interface Locals {
    edition: import('./views/edition.ts').Edition;
  }
}
