import type { Address, UserName } from './common.ts';

/** What some trades tell of an order for the sake of its risk. Source: the models of the official SDKs. */
export interface Transit {
  readonly transitType?: string;
  readonly legs?: readonly Leg[];
  readonly passengers?: readonly Passenger[];
  readonly agentCode?: string;
  readonly agentName?: string;
  readonly ticketNumber?: string;
  readonly ticketIssuerCode?: string;
  readonly restrictedTicketIndicator?: string;
}

export interface Leg {
  readonly departureTime?: string;
  readonly arrivalTime?: string;
  readonly departureAddress?: Address;
  readonly arrivalAddress?: Address;
  readonly departureAirportCode?: string;
  readonly arrivalAirportCode?: string;
  readonly carrierName?: string;
  readonly carrierNo?: string;
  readonly classType?: string;
  readonly fareBasis?: string;
  readonly couponNumber?: string;
}

export interface Passenger {
  readonly passengerName?: UserName;
  readonly passengerEmail?: string;
  readonly passengerPhoneNo?: string;
  readonly passengerId?: string;
  readonly passengerIdType?: string;
}

export interface Lodging {
  readonly hotelName?: string;
  readonly hotelAddress?: Address;
  readonly checkInDate?: string;
  readonly checkOutDate?: string;
  readonly numberOfNights?: string;
  readonly numberOfRooms?: string;
  readonly guestNames?: readonly UserName[];
}

export interface Gaming {
  readonly gameName?: string;
  readonly toppedUpUser?: string;
  readonly toppedUpEmail?: string;
  readonly toppedUpPhoneNo?: string;
}
