interface MapPlace {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}

export const hasMap = false;
export const canScan = false;

export async function choosePlace(): Promise<MapPlace | undefined> {
  return undefined;
}

export async function scanSheet(): Promise<string | undefined> {
  return undefined;
}
