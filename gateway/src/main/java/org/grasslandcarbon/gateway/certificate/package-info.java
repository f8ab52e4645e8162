// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates of retirements: gathers what the organisations' peers sign and what the holder has
 * signed, and puts them together. It vouches for nothing itself and holds no key to do so with.
 */
package org.grasslandcarbon.gateway.certificate;
