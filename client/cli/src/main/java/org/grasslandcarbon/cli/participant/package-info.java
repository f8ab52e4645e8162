// SPDX-License-Identifier: Apache-2.0
/** {@code grassland participant}: participants, their keys and accreditation. */
package org.grasslandcarbon.cli.participant;
