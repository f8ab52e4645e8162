// SPDX-License-Identifier: Apache-2.0
/** {@code grassland land}: boundaries of files, looked at and sent. */
package org.grasslandcarbon.cli.land;
