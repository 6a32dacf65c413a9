/** A point of WeChat's map (GCJ-02), and what it is called. */
export interface Goal {
  latitude: number;
  longitude: number;
  name: string;
  address?: string;
}

/** WeChat opens its map at a point, from where the phone leads there. It asks for nothing of where the person is. Never on H5. */
export const canNavigate: boolean;

/** Opens the map there; gives why not, where the phone did not. */
export function navigate(goal: Goal): Promise<string | undefined>;
