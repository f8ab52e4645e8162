// SPDX-License-Identifier: Apache-2.0
/** {@code grassland certificate}: certificates of retirements, fetched and verified. */
package org.grasslandcarbon.cli.certificate;
