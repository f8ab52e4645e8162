// SPDX-License-Identifier: Apache-2.0
/** {@code grassland credits}: credits from issuance to retirement. */
package org.grasslandcarbon.cli.credit;
