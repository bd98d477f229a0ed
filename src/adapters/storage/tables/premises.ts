export interface PremiseTable {
  broken: string;
}
