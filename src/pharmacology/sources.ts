/**
 * Every citation once. Numbers elsewhere name these ids; a test refuses an id that is not here.
 */
export const sources = {
  // ——— anatomy and physiology ———
  ICRP89:
    "ICRP Publication 89. Basic anatomical and physiological data for use in radiological protection: reference values. Ann ICRP 32(3-4), 2002.",
  ICRP23: "ICRP Publication 23. Report of the Task Group on Reference Man. Pergamon, 1975.",
  Birnbaum94:
    "Birnbaum L, Bischoff K, Blancato J, et al. Physiological parameter values for PBPK models. ILSI Risk Science Institute, 1994.",
  Brown97:
    "Brown RP, Delp MD, Lindstedt SL, Rhomberg LR, Beliles RP. Physiological parameter values for physiologically based pharmacokinetic models. Toxicol Ind Health 13:407-484, 1997.",
  Chiron92:
    "Chiron C, Raynaud C, Mazière B, et al. Changes in regional cerebral blood flow during brain maturation in children and adolescents. J Nucl Med 33:696-703, 1992.",
  Alverson87:
    "Alverson DC et al. 1987, cardiac output of newborns, as used by Abraham et al. 2005.",
  Abraham05:
    "Abraham K, Mielke H, Huisinga W, Gundert-Remy U. Elevated internal exposure of children in simulated acute inhalation of volatile organic compounds. Arch Toxicol 79:63-73, 2005.",
  Huisinga12:
    "Huisinga W, Solms A, Fronton L, Pilari S. Modeling interindividual variability in physiologically based pharmacokinetics and its link to mechanistic covariate modeling. CPT Pharmacometrics Syst Pharmacol 1:e4, 2012.",
  Janmahasatian05:
    "Janmahasatian S, Duffull SB, Ash S, Ward LC, Byrne NM, Green B. Quantification of lean bodyweight. Clin Pharmacokinet 44:1051-1065, 2005.",
  AlSallami15:
    "Al-Sallami HS, Goulding A, Grant A, Taylor R, Holford N, Duffull SB. Prediction of fat-free mass in children. Clin Pharmacokinet 54:1169-1178, 2015.",
  DuBois16:
    "Du Bois D, Du Bois EF. A formula to estimate the approximate surface area if height and weight be known. Arch Intern Med 17:863-871, 1916.",
  Ring17:
    "Ring CL, Pearce RG, Setzer RW, Wetmore BA, Wambaugh JF. Identifying populations sensitive to environmental chemicals by simulating toxicokinetic variability. Environ Int 106:105-118, 2017.",
  Malik20:
    "Malik PRV, Yeung CHT, Ismaeil S, et al. A physiological approach to pharmacokinetics in chronic kidney disease. J Clin Pharmacol 60(S1):S52-S62, 2020.",
  PKSim:
    "PK-Sim, Open Systems Pharmacology suite: physiology data base values as stored in published example simulations (open-systems-pharmacology.org); primary literature per Willmann 2007, Thelen 2011, Schlender 2016.",
  Thelen11:
    "Thelen K, Coboeken K, Willmann S, Burghaus R, Dressman JB, Lippert J. Evolution of a detailed physiological model to simulate the gastrointestinal transit and absorption process in humans, part 1: oral solutions. J Pharm Sci 100:5324-5345, 2011.",
  Schlender16:
    "Schlender JF, Meyer M, Thelen K, et al. Development of a whole-body physiologically based pharmacokinetic approach to assess the pharmacokinetics of drugs in elderly individuals. Clin Pharmacokinet 55:1573-1589, 2016.",
  Yang07:
    "Yang J, Jamei M, Yeo KR, Tucker GT, Rostami-Hodjegan A. Prediction of intestinal first-pass drug metabolism. Curr Drug Metab 8:676-684, 2007.",
  Yu99: "Yu LX, Amidon GL. A compartmental absorption and transit model for estimating oral drug absorption. Int J Pharm 186:119-125, 1999.",
  Mudie14:
    "Mudie DM, Murray K, Hoad CL, et al. Quantification of gastrointestinal liquid volumes and distribution following a 240 mL dose of water in the fasted state. Mol Pharm 11:3039-3047, 2014.",
  Johnson06:
    "Johnson TN, Rostami-Hodjegan A, Tucker GT. Prediction of the clearance of eleven drugs and associated variability in neonates, infants and children. Clin Pharmacokinet 45:931-956, 2006.",
  Willmann07:
    "Willmann S, Höhn K, Edginton A, et al. Development of a physiology-based whole-body population model for assessing the influence of individual variability on the pharmacokinetics of drugs. J Pharmacokinet Pharmacodyn 34:401-431, 2007.",
  McNally14:
    "McNally K, Cotton R, Hogg A, Loizou G. PopGen: a virtual human population generator. Toxicology 315:70-85, 2014.",
  WHO06:
    "WHO Multicentre Growth Reference Study Group. WHO Child Growth Standards: length/height-for-age, weight-for-age, weight-for-length, weight-for-height and body mass index-for-age. World Health Organization, Geneva, 2006.",
  CDC00:
    "Kuczmarski RJ, Ogden CL, Guo SS, et al. 2000 CDC growth charts for the United States: methods and development. Vital Health Stat 11(246):1-190, 2002; LMS tables as published by the National Center for Health Statistics.",
  // ——— enzymes ———
  RowlandYeo04:
    "Rowland-Yeo K, Rostami-Hodjegan A, Tucker GT. Abundance of cytochromes P450 in human liver: a meta-analysis. Br J Clin Pharmacol 57:687, 2004.",
  Achour14:
    "Achour B, Barber J, Rostami-Hodjegan A. Expression of hepatic drug-metabolizing cytochrome P450 enzymes and their intercorrelations: a meta-analysis. Drug Metab Dispos 42:1349-1356, 2014.",
  Lipscomb03:
    "Lipscomb JC, Teuschler LK, Swartout JC, Striley CAF, Snawder JE. Variance of microsomal protein and cytochrome P450 2E1 and 3A forms in adult human liver. Toxicol Mech Methods 13:45-51, 2003.",
  Rodrigues99:
    "Rodrigues AD. Integrated cytochrome P450 reaction phenotyping: attempting to bridge the gap between cDNA-expressed cytochromes P450 and native human liver microsomes. Biochem Pharmacol 57:465-480, 1999.",
  Paine97:
    "Paine MF, Khalighi M, Fisher JM, et al. Characterization of interintestinal and intraintestinal variations in human CYP3A-dependent metabolism. J Pharmacol Exp Ther 283:1552-1562, 1997.",
  Barter08:
    "Barter ZE, Chowdry JE, Harlow JR, Snawder JE, Lipscomb JC, Rostami-Hodjegan A. Covariation of human microsomal protein per gram of liver with age. Drug Metab Dispos 36:2405-2409, 2008.",
  Upreti16:
    "Upreti VV, Wahlstrom JL. Meta-analysis of hepatic cytochrome P450 ontogeny to underwrite the prediction of pediatric pharmacokinetics using physiologically based pharmacokinetic modeling. J Clin Pharmacol 56:266-283, 2016.",
  Paine06:
    'Paine MF, Hart HL, Ludington SS, Haining RL, Rettie AE, Zeldin DC. The human intestinal cytochrome P450 "pie". Drug Metab Dispos 34:880-886, 2006.',
  Yang08:
    "Yang J, Liao M, Shou M, et al. Cytochrome P450 turnover: regulation of synthesis and degradation, methods for determining rates, and implications for the prediction of drug interactions. Curr Drug Metab 9:384-394, 2008.",
  Greenblatt03:
    "Greenblatt DJ, von Moltke LL, Harmatz JS, et al. Time course of recovery of cytochrome P450 3A function after single doses of grapefruit juice. Clin Pharmacol Ther 74:121-129, 2003.",
  // ——— tissue composition and partition ———
  RodgersRowland05:
    "Rodgers T, Leahy D, Rowland M. Physiologically based pharmacokinetic modeling 1: predicting the tissue distribution of moderate-to-strong bases. J Pharm Sci 94:1259-1276, 2005.",
  RodgersRowland06:
    "Rodgers T, Rowland M. Physiologically based pharmacokinetic modelling 2: predicting the tissue distribution of acids, very weak bases, neutrals and zwitterions. J Pharm Sci 95:1238-1257, 2006 (with erratum).",
  PoulinTheil02:
    "Poulin P, Theil FP. Prediction of pharmacokinetics prior to in vivo studies. 1. Mechanism-based prediction of volume of distribution. J Pharm Sci 91:129-156, 2002.",
  Berezhkovskiy04:
    "Berezhkovskiy LM. Volume of distribution at steady state for a linear pharmacokinetic system with peripheral elimination. J Pharm Sci 93:1628-1640, 2004.",
  Schmitt08:
    "Schmitt W. General approach for the calculation of tissue to plasma partition coefficients. Toxicol In Vitro 22:457-467, 2008 (corrigendum 22:1666, 2008).",
  Willmann05:
    "Willmann S, Lippert J, Schmitt W. From physicochemistry to absorption and distribution: predictive mechanistic modelling and computational tools. Expert Opin Drug Metab Toxicol 1:159-168, 2005.",
  // ——— genes ———
  CPICFrequencies:
    "Clinical Pharmacogenetics Implementation Consortium (cpicpgx.org), allele frequency tables by biogeographical group, 2020-2022, public domain.",
  PharmVar:
    "Gaedigk A, Ingelman-Sundberg M, Miller NA, Leeder JS, Whirl-Carrillo M, Klein TE; PharmVar Steering Committee. The Pharmacogene Variation (PharmVar) Consortium: incorporation of the human cytochrome P450 (CYP) allele nomenclature database. Clin Pharmacol Ther 103:399-401, 2018; allele definitions at pharmvar.org.",
  PharmCAT:
    "Sangkuhl K, Whirl-Carrillo M, Whaley RM, et al. Pharmacogenomics Clinical Annotation Tool (PharmCAT). Clin Pharmacol Ther 107:203-210, 2020; file of positions of 27 September 2021.",
  CPICFunctions:
    "Clinical Pharmacogenetics Implementation Consortium (cpicpgx.org), allele functionality and diplotype to phenotype tables, 2022-2026, public domain; star alleles as PharmVar defines them.",
  Caudle20:
    "Caudle KE, Sangkuhl K, Whirl-Carrillo M, et al. Standardizing CYP2D6 genotype to phenotype translation: consensus recommendations from the Clinical Pharmacogenetics Implementation Consortium and Dutch Pharmacogenetics Working Group. Clin Transl Sci 13:116-124, 2020.",
  Genomes1000:
    "1000 Genomes Project Consortium. A global reference for human genetic variation. Nature 526:68-74, 2015; phase 3 allele frequencies as given by Ensembl.",
  Hamberg07:
    "Hamberg AK, Dahl ML, Barban M, et al. A PK-PD model for predicting the impact of age, CYP2C9, and VKORC1 genotype on individualization of warfarin therapy. Clin Pharmacol Ther 81:529-538, 2007.",
  Andersson01:
    "Andersson T, et al. Studies with esomeprazole, the (S)-isomer of omeprazole. Clin Pharmacokinet 40:523-537, 2001.",
  Furuta99:
    "Furuta T, Ohashi K, Kosuge K, et al. CYP2C19 genotype status and effect of omeprazole on intragastric pH in humans. Clin Pharmacol Ther 65:552-561, 1999.",
  Rudberg08:
    "Rudberg I, Mohebi B, Hermann M, Refsum H, Molden E. Impact of the ultrarapid CYP2C19*17 allele on serum concentration of escitalopram in psychiatric patients. Clin Pharmacol Ther 83:322-327, 2008.",
  Birdwell15:
    "Birdwell KA, Decker B, Barbarino JM, et al. Clinical Pharmacogenetics Implementation Consortium (CPIC) guidelines for CYP3A5 genotype and tacrolimus dosing. Clin Pharmacol Ther 98:19-24, 2015.",
  Haas04:
    "Haas DW, Ribaudo HJ, Kim RB, et al. Pharmacogenetics of efavirenz and central nervous system side effects: an Adult AIDS Clinical Trials Group study. AIDS 18:2391-2400, 2004.",
  Bosma95:
    "Bosma PJ, Chowdhury JR, Bakker C, et al. The genetic basis of the reduced expression of bilirubin UDP-glucuronosyltransferase 1 in Gilbert's syndrome. N Engl J Med 333:1171-1175, 1995.",
  Gammal16:
    "Gammal RS, Court MH, Haidar CE, et al. Clinical Pharmacogenetics Implementation Consortium (CPIC) guideline for UGT1A1 and atazanavir prescribing. Clin Pharmacol Ther 99:363-369, 2016.",
  Pasanen06:
    "Pasanen MK, Neuvonen M, Neuvonen PJ, Niemi M. SLCO1B1 polymorphism markedly affects the pharmacokinetics of simvastatin acid. Pharmacogenet Genomics 16:873-879, 2006.",
  CooperDeHoff22:
    "Cooper-DeHoff RM, Niemi M, Ramsey LB, et al. The Clinical Pharmacogenetics Implementation Consortium guideline for SLCO1B1, ABCG2, and CYP2C9 genotypes and statin-associated musculoskeletal symptoms. Clin Pharmacol Ther 111:1007-1021, 2022.",
  Amstutz18:
    "Amstutz U, Henricks LM, Offer SM, et al. Clinical Pharmacogenetics Implementation Consortium (CPIC) guideline for dihydropyrimidine dehydrogenase genotype and fluoropyrimidine dosing: 2017 update. Clin Pharmacol Ther 103:210-216, 2018.",
  // ——— conditions ———
  ICHE11:
    "International Council for Harmonisation. ICH E11: clinical investigation of medicinal products in the pediatric population. 2000; addendum E11(R1), 2017.",
  ICHE7:
    "International Council for Harmonisation. ICH E7: studies in support of special populations: geriatrics. 1993.",
  WHO00:
    "World Health Organization. Obesity: preventing and managing the global epidemic. WHO Technical Report Series 894. Geneva, 2000.",
  KDIGO13:
    "Kidney Disease: Improving Global Outcomes (KDIGO) CKD Work Group. KDIGO 2012 clinical practice guideline for the evaluation and management of chronic kidney disease. Kidney Int Suppl 3:1-150, 2013.",
  Tan22:
    "Tan SPF, Scotcher D, Rostami-Hodjegan A, Galetin A. Effect of chronic kidney disease on the renal secretion via organic anion transporters 1/3: implications for physiologically-based pharmacokinetic modeling and dose adjustment. Clin Pharmacol Ther 112:643-652, 2022.",
  Johnson10:
    "Johnson TN, Boussery K, Rowland-Yeo K, Tucker GT, Rostami-Hodjegan A. A semi-mechanistic model to predict the effects of liver cirrhosis on drug clearance. Clin Pharmacokinet 49:189-206, 2010.",
  Edginton08:
    "Edginton AN, Willmann S. Physiology-based simulations of a pathological condition: prediction of pharmacokinetics in patients with liver cirrhosis. Clin Pharmacokinet 47:743-752, 2008.",
  Kapraun19:
    "Kapraun DF, Wambaugh JF, Setzer RW, Judson RS. Empirical models for anatomical and physiological changes in a human mother and fetus during pregnancy and gestation. PLoS ONE 14:e0215906, 2019.",
  Tracy05:
    "Tracy TS, Venkataramanan R, Glover DD, Caritis SN. Temporal changes in drug metabolism (CYP1A2, CYP2D6 and CYP3A activity) during pregnancy. Am J Obstet Gynecol 192:633-639, 2005.",
  // ——— drugs ———
  DrugBank: "DrugBank (go.drugbank.com), entry of the drug.",
  OSPMidazolam:
    "Open Systems Pharmacology, Midazolam-Model (github.com/Open-Systems-Pharmacology/Midazolam-Model).",
  OSPDigoxin:
    "Open Systems Pharmacology, Digoxin-Model (github.com/Open-Systems-Pharmacology/Digoxin-Model).",
  PKSimCaffeine:
    "PK-Sim caffeine template, as used in the Open Systems Pharmacology Mexiletine-Caffeine and Fluvoxamine-Caffeine interaction models.",
  Gertz10:
    "Gertz M, Harrison A, Houston JB, Galetin A. Prediction of human intestinal first-pass metabolism of 25 CYP3A substrates from in vitro clearance and permeability data. Drug Metab Dispos 38:1147-1158, 2010.",
  Klieber08:
    "Klieber S, Hugla S, Ngo R, et al. Contribution of the N-glucuronidation pathway to the overall in vitro metabolic clearance of midazolam in humans. Drug Metab Dispos 36:851-862, 2008.",
  Hansch95:
    "Hansch C, Leo A, Hoekman D. Exploring QSAR: hydrophobic, electronic and steric constants. American Chemical Society, 1995.",
  Lelo86:
    "Lelo A, Birkett DJ, Robson RA, Miners JO. Comparative pharmacokinetics of caffeine and its primary demethylated metabolites paraxanthine, theobromine and theophylline in man. Br J Clin Pharmacol 22:177-182, 1986.",
  Birkett91:
    "Birkett DJ, Miners JO. Caffeine renal clearance and urine caffeine concentrations during steady state dosing. Br J Clin Pharmacol 31:405-408, 1991.",
  Neuhoff13:
    "Neuhoff S, Yeo KR, Barter Z, Jamei M, Turner DB, Rostami-Hodjegan A. Application of permeability-limited physiologically-based pharmacokinetic models: part I, digoxin pharmacokinetics incorporating P-glycoprotein-mediated efflux. J Pharm Sci 102:3145-3160, 2013.",
  Katz10:
    "Katz A, Lifshitz Y, Bab-Dinitz E, et al. Selectivity of digitalis glycosides for isoforms of human Na,K-ATPase. J Biol Chem 285:19582-19592, 2010.",
  Steiness82:
    "Steiness E, Waldorff S, Hansen PB. Renal digoxin clearance: dependence on plasma digoxin and diuresis. Eur J Clin Pharmacol 23:151-154, 1982.",
  OSPAlfentanil:
    "Open Systems Pharmacology, Alfentanil-Model (github.com/Open-Systems-Pharmacology/Alfentanil-Model).",
  OSPWarfarin:
    "Open Systems Pharmacology, Warfarin-Model (github.com/Open-Systems-Pharmacology/Warfarin-Model).",
  OSPOmeprazole:
    "Open Systems Pharmacology, Omeprazole-Model (github.com/Open-Systems-Pharmacology/Omeprazole-Model).",
  OSPDextromethorphan:
    "Open Systems Pharmacology, Dextromethorphan-Model (github.com/Open-Systems-Pharmacology/Dextromethorphan-Model).",
  Hanke18:
    "Hanke N, Frechen S, Moj D, et al. PBPK models for CYP3A4 and P-gp DDI prediction: a modeling network of rifampicin, itraconazole, clarithromycin, midazolam, alfentanil, and digoxin. CPT Pharmacometrics Syst Pharmacol 7:647-659, 2018.",
  Jansson08:
    "Jansson R, Bredberg U, Ashton M. Prediction of drug tissue to plasma concentration ratios using a measured volume of distribution in combination with lipophilicity. J Pharm Sci 97:2324-2339, 2008.",
  TheophyllineLabel: "Theophylline, US prescribing information, section clinical pharmacology.",
  Takahashi03:
    "Takahashi H, Wilkinson GR, Caraco Y, et al. Population differences in S-warfarin metabolism between CYP2C9 genotype-matched Caucasian and Japanese patients. Clin Pharmacol Ther 73:253-263, 2003.",
  Avdeef98:
    "Avdeef A, Box KJ, Comer JEA, Hibbert C, Tam KY. pH-metric logP 10. Determination of liposomal membrane-water partition coefficients of ionizable drugs. Pharm Res 15:209-215, 1998.",
  Liu05:
    "Liu KH, Kim MJ, Shon JH, et al. Stereoselective inhibition of cytochrome P450 forms by lansoprazole and omeprazole in vitro. Xenobiotica 35:27-38, 2005.",
  Wu14: "Wu F, Gaohua L, Zhao P, Jamei M, Huang SM, Bashaw ED, et al. Predicting nonlinear pharmacokinetics of omeprazole enantiomers and racemic drug using physiologically based pharmacokinetic modeling and simulation: application to predict drug/genetic interactions. Pharm Res 31:1919-1929, 2014.",
  OSPFluconazole:
    "Open Systems Pharmacology, Fluconazole-Model (github.com/Open-Systems-Pharmacology/Fluconazole-Model).",
  Charoo14:
    "Charoo N, Cristofoletti R, Graham A, et al. Biowaiver monograph for immediate-release solid oral dosage forms: fluconazole. J Pharm Sci 103:3843-3858, 2014.",
  DiflucanLabel:
    "Pfizer. Diflucan (fluconazole) tablets, prescribing information, clinical pharmacology.",
  Watt18:
    "Watt KM, Cohen-Wolkowiez M, Barrett JS, et al. Physiologically based pharmacokinetic approach to determine dosing on extracorporeal life support: fluconazole in children on ECMO. CPT Pharmacometrics Syst Pharmacol 7:629-637, 2018.",
  Sakaeda05:
    "Sakaeda T, Iwaki K, Kakumoto M, et al. Effect of micafungin on cytochrome P450 3A4 and multidrug resistance protein 1 activities, and its comparison with azole antifungal drugs. J Pharm Pharmacol 57:759-764, 2005.",
  Kunze96:
    "Kunze KL, et al. Warfarin-fluconazole. I. Inhibition of the human cytochrome P450-dependent metabolism of warfarin by fluconazole: in vitro studies. Drug Metab Dispos 24:414-421, 1996.",
  Wienkers96:
    "Wienkers 1996, on inhibition of CYP2C19 by fluconazole in vitro; full reference not confirmed.",
  MerckIndex: "The Merck Index, Royal Society of Chemistry, monograph of the drug.",
  Templeton11:
    "Templeton IE, Houston JB, Galetin A. Predictive utility of in vitro rifampin induction data generated in fresh and cryopreserved human hepatocytes, Fa2N-4, and HepaRG cells. Drug Metab Dispos 39:1921-1929, 2011.",
  Loos85:
    "Loos U, Musch E, Jensen JC, Mikus G, Schwabe HK, Eichelbaum M. Pharmacokinetics of oral and intravenous rifampicin during chronic administration. Klin Wochenschr 63:1205-1211, 1985.",
  Nakajima11:
    "Nakajima A, Fukami T, Kobayashi Y, Watanabe A, Nakajima M, Yokoi T. Human arylacetamide deacetylase is responsible for deacetylation of rifamycins: rifampicin, rifabutin, and rifapentine. Biochem Pharmacol 82:1747-1756, 2011.",
  Tirona03:
    "Tirona RG, Leake BF, Wolkoff AW, Kim RB. Human organic anion transporting polypeptide-C (SLC21A6) is a major determinant of rifampin-mediated pregnane X receptor activation. J Pharmacol Exp Ther 304:223-228, 2003.",
  Kajosaari05:
    "Kajosaari LI, Laitila J, Neuvonen PJ, Backman JT. Metabolism of repaglinide by CYP2C8 and CYP3A4 in vitro: effect of fibrates and rifampicin. Basic Clin Pharmacol Toxicol 97:249-256, 2005.",
  Hanke21:
    "Hanke N, Gómez-Mantilla JD, Ishiguro N, Stopfer P, Nock V. Physiologically based pharmacokinetic modeling of rosuvastatin to predict transporter-mediated drug-drug interactions. Pharm Res 38:1645-1661, 2021.",
  Bi19: "Bi 2019 (in vitro), as cited by the Open Systems Pharmacology Rifampicin-Model after Hanke 2021.",
  Buckley14:
    "Buckley DB, Wiegand CM, Prentiss PL, Fahmi OA. Time-course of cytochrome P450 (CYP450) induction in cultured human hepatocytes: evaluation of activity and mRNA expression profiles for six inducible CYP450 enzymes. 10th International ISSX Meeting, poster P186, 2014.",
  Chen10:
    "Chen Y, Liu L, Laille E, Kumar G, Surapaneni S. In vitro assessment of cytochrome P450 inhibition and induction potential of azacitidine. Cancer Chemother Pharmacol 65:995-1000, 2010.",
  Rae01:
    "Rae JM, Johnson MD, Lippman ME, Flockhart DA. Rifampin is a selective, pleiotropic inducer of drug metabolism genes in human hepatocytes: studies with cDNA and oligonucleotide expression arrays. J Pharmacol Exp Ther 299:849-857, 2001.",
  Soars04:
    "Soars MG, Petullo DM, Eckstein JA, Kasper SC, Wrighton SA. An assessment of UDP-glucuronosyltransferase induction using primary human hepatocytes. Drug Metab Dispos 32:140-148, 2004.",
  Greiner99:
    "Greiner B, Eichelbaum M, Fritz P, et al. The role of intestinal P-glycoprotein in the interaction of digoxin and rifampin. J Clin Invest 104:147-153, 1999.",
  OSPClarithromycin:
    "Open Systems Pharmacology, Clarithromycin-Model (github.com/Open-Systems-Pharmacology/Clarithromycin-Model).",
  Lappin11:
    "Lappin G, et al. Comparative pharmacokinetics between a microdose and therapeutic dose for clarithromycin, sumatriptan, propafenone, paracetamol (acetaminophen), and phenobarbital in human volunteers. Eur J Pharm Sci 43:141-150, 2011.",
  McFarland97:
    "McFarland JW, et al. Quantitative structure-activity relationships among macrolide antibacterial agents: in vitro and in vivo potency against Pasteurella multocida. J Med Chem 40:1340-1346, 1997.",
  Chu93b:
    "Chu SY, et al. Effect of moderate or severe hepatic impairment on clarithromycin pharmacokinetics. J Clin Pharmacol 33:480-485, 1993.",
  Rodrigues97:
    "Rodrigues AD, Roberts EM, Mulford DJ, Yao Y, Ouellet D. Oxidative metabolism of clarithromycin in the presence of human liver microsomes. Major role for the cytochrome P4503A (CYP3A) subfamily. Drug Metab Dispos 25:623-630, 1997.",
  Eberl07:
    "Eberl S, et al. Role of P-glycoprotein inhibition for drug interactions: evidence from in vitro and pharmacoepidemiological studies. Clin Pharmacokinet 46:1039-1049, 2007.",
  Ito03:
    "Ito K, Ogihara K, Kanamitsu S, Itoh T. Prediction of the in vivo interaction between midazolam and macrolides based on in vitro studies using human liver microsomes. Drug Metab Dispos 31:945-954, 2003.",
  OSPMetformin:
    "Open Systems Pharmacology, Metformin-Model (github.com/Open-Systems-Pharmacology/Metformin-Model).",
  Graham11:
    "Graham GG, Punt J, Arora M, et al. Clinical pharmacokinetics of metformin. Clin Pharmacokinet 50:81-98, 2011.",
  Desai14:
    "Desai D, Wong B, Huang Y, et al. Surfactant-mediated dissolution of metformin hydrochloride tablets: wetting effects versus ion pairs diffusivity. J Pharm Sci 103:920-926, 2014.",
  Tucker81:
    "Tucker GT, Casey C, Phillips PJ, et al. Metformin kinetics in healthy subjects and in patients with diabetes mellitus. Br J Clin Pharmacol 12:235-246, 1981.",
  Xie15:
    "Xie 2015. Metformin's intrinsic blood-to-plasma partition ratio (B/P): reconciling the perceived high in vivo B/P > 10 with the in vitro equilibrium value of unity (abstract read; journal reference not confirmed).",
  Block08:
    "Block LC, Schemling LO, Couto AG, Mourão SC, Bresolin TMB. Pharmaceutical equivalence of metformin tablets with various binders. Rev Ciênc Farm Básica Apl 29:29-35, 2008.",
  Radke17:
    "Radke C, Horn D, Lanckohr C, et al. Development of a physiologically based pharmacokinetic modelling approach to predict the pharmacokinetics of vancomycin in critically ill septic patients. Clin Pharmacokinet 56:759-779, 2017.",
  OSPVancomycin:
    "Open Systems Pharmacology, Vancomycin-Model (github.com/Open-Systems-Pharmacology/Vancomycin-Model).",
  Zhou16:
    "Zhou W, Johnson TN, Xu H, et al. Predictive performance of physiologically based pharmacokinetic and population pharmacokinetic modeling of renally cleared drugs in children. CPT Pharmacometrics Syst Pharmacol 5:475-483, 2016.",
  OSPDapagliflozin:
    "Open Systems Pharmacology, Dapagliflozin-Model (github.com/Open-Systems-Pharmacology/Dapagliflozin-Model).",
  Obermeier10:
    "Obermeier M, Yao M, Khanna A, et al. In vitro characterization and pharmacokinetics of dapagliflozin (BMS-512148), a potent sodium-glucose cotransporter type II inhibitor, in animals and humans. Drug Metab Dispos 38:405-414, 2010.",
  OSPRaltegravir:
    "Open Systems Pharmacology, Raltegravir-Model (github.com/Open-Systems-Pharmacology/Raltegravir-Model).",
  Kassahun07:
    "Kassahun K, McIntosh I, Cui D, et al. Metabolism and disposition in humans of raltegravir (MK-0518), an anti-AIDS drug targeting the human immunodeficiency virus 1 integrase enzyme. Drug Metab Dispos 35:1657-1663, 2007.",
  Laufer09:
    "Laufer R, Paz OG, Di Marco A, et al. Quantitative prediction of human clearance guiding the development of raltegravir (MK-0518, Isentress) and related HIV integrase inhibitors. Drug Metab Dispos 37:873-883, 2009.",
  Moss12:
    "Moss DM, Siccardi M, Murphy M, et al. Divalent metals and pH alter raltegravir disposition in vitro. Antimicrob Agents Chemother 56:3020-3026, 2012.",
  Moss13:
    "Moss DM, Siccardi M, Back DJ, Owen A. Predicting intestinal absorption of raltegravir using a population-based ADME simulation. J Antimicrob Chemother 68:1627-1634, 2013.",
  OSPFluvoxamine:
    "Open Systems Pharmacology, Fluvoxamine-Model (github.com/Open-Systems-Pharmacology/Fluvoxamine-Model): version 1.2, which is that of Britz H, et al. CPT Pharmacometrics Syst Pharmacol 8:296-307, 2019, and for CYP2C19 the alternative version 1.1.",
  Hallifax07:
    "Hallifax D, Houston JB. Saturable uptake of lipophilic amine drugs into isolated hepatocytes: mechanisms and consequences for quantitative clearance prediction. Drug Metab Dispos 35:1325-1332, 2007.",
  Claassen83:
    "Claassen V. Review of the animal pharmacology and pharmacokinetics of fluvoxamine. Br J Clin Pharmacol 15:349S-355S, 1983.",
  Miura07:
    "Miura M, Ohkubo T. Identification of human cytochrome P450 enzymes involved in the major metabolic pathway of fluvoxamine. Xenobiotica 37:169-179, 2007.",
  Karjalainen08:
    "Karjalainen MJ, Neuvonen PJ, Backman JT. In vitro inhibition of CYP1A2 by model inhibitors, anti-inflammatory analgesics and female sex steroids: predictability of in vivo interactions. Basic Clin Pharmacol Toxicol 103:157-165, 2008.",
  Iga16:
    "Iga K. Dynamic and static simulations of fluvoxamine-perpetrated drug-drug interactions using multiple cytochrome P450 inhibition modeling, and determination of perpetrator-specific CYP isoform inhibition constants and fractional CYP isoform contributions to victim clearance. J Pharm Sci 105:1307-1317, 2016.",
  Olesen00:
    "Olesen OV, Linnet K. Fluvoxamine-clozapine drug interaction: inhibition in vitro of five cytochrome P450 isoforms involved in clozapine metabolism. J Clin Psychopharmacol 20:35-42, 2000.",
  OSPEfavirenz:
    "Open Systems Pharmacology, Efavirenz-Model (github.com/Open-Systems-Pharmacology/Efavirenz-Model).",
  Rabel96:
    "Rabel SR, Maurin MB, Rowe SM, Hussain M. Determination of the pKa and pH-solubility behavior of an ionizable cyclic carbamate, (S)-6-chloro-4-(cyclopropylethynyl)-1,4-dihydro-4-(trifluoromethyl)-2H-3,1-benzoxazin-2-one (DMP 266). Pharm Dev Technol 1:91-95, 1996.",
  Almond05:
    "Almond LM, Hoggard PG, Edirisinghe D, Khoo SH, Back DJ. Intracellular and plasma pharmacokinetics of efavirenz in HIV-infected individuals. J Antimicrob Chemother 56:738-744, 2005.",
  Ward03:
    "Ward BA, Gorski JC, Jones DR, Hall SD, Flockhart DA, Desta Z. The cytochrome P450 2B6 (CYP2B6) is the main catalyst of efavirenz primary and secondary metabolism: implication for HIV/AIDS therapy and utility of efavirenz as a substrate marker of CYP2B6 catalytic activity. J Pharmacol Exp Ther 306:287-300, 2003.",
  Ogburn10:
    "Ogburn ET, Jones DR, Masters AR, Xu C, Guo Y, Desta Z. Efavirenz primary and secondary metabolism in vitro and in vivo: identification of novel metabolic pathways and cytochrome P450 2A6 as the principal catalyst of efavirenz 7-hydroxylation. Drug Metab Dispos 38:1218-1229, 2010.",
  Shou08:
    "Shou M, Hayashi M, Pan Y, et al. Modeling, prediction, and in vitro in vivo correlation of CYP3A4 induction. Drug Metab Dispos 36:2355-2370, 2008.",
  Ke16: "Ke A, Barter Z, Rowland-Yeo K, Almond L. Towards a best practice approach in PBPK modeling: case example of developing a unified efavirenz model accounting for induction of CYPs 3A4 and 2B6. CPT Pharmacometrics Syst Pharmacol 5:367-376, 2016.",
  OSPItraconazole:
    "Open Systems Pharmacology, Itraconazole-Model (github.com/Open-Systems-Pharmacology/Itraconazole-Model).",
  Heykants89:
    "Heykants J, Van Peer A, Van de Velde V, et al. The clinical pharmacokinetics of itraconazole: an overview. Mycoses 32 Suppl 1:67-87, 1989.",
  Isoherranen04:
    "Isoherranen N, Kunze KL, Allen KE, Nelson WL, Thummel KE. Role of itraconazole metabolites in CYP3A4 inhibition. Drug Metab Dispos 32:1121-1131, 2004.",
  Riccardi15:
    "Riccardi K, Cawley S, Yates PD, et al. Plasma protein binding of challenging compounds. J Pharm Sci 104:2627-2636, 2015.",
  Shityakov14:
    "Shityakov S, Förster C. In silico structure-based screening of versatile P-glycoprotein inhibitors using polynomial empirical scoring functions. Adv Appl Bioinform Chem 7:1-9, 2014.",
  VanPeer89:
    "Van Peer A, Woestenborghs R, Heykants J, Gasparini R, Cauwenbergh G. The effects of food and dose on the oral systemic availability of itraconazole in healthy subjects. Eur J Clin Pharmacol 36:423-426, 1989.",
  Binnion76:
    "Binnion PF. A comparison of the bioavailability of digoxin in capsule, tablet, and solution taken orally with intravenous digoxin. J Clin Pharmacol 16:461-467, 1976.",
  Ochs75:
    "Ochs H, Bodem G, Hahn E, Dengler HJ. Vergleichende Untersuchungen der biologischen Verfügbarkeit von Digoxin aus Tabletten und Lösung im Langzeitversuch. Klin Wochenschr 53:425-429, 1975.",
  Hinderling91:
    "Hinderling PH, Hartmann D. Pharmacokinetics of digoxin and main metabolites/derivatives in healthy humans. 1991 (PubMed 1957331).",
  Drescher03:
    "Drescher S, Glaeser H, Mürdter T, et al. P-glycoprotein-mediated intestinal and biliary digoxin transport in humans. Clin Pharmacol Ther 73:223-231, 2003.",
  Rana10:
    "Rana R, et al. Hepatocyte nuclear factor 4α regulates rifampicin-mediated induction of CYP2C genes in primary cultures of human hepatocytes. Drug Metab Dispos 38:591-599, 2010.",
  // ——— twins ———
  Inker21:
    "Inker LA, Eneanya ND, Coresh J, et al. New creatinine- and cystatin C-based equations to estimate GFR without race. N Engl J Med 385:1737-1749, 2021.",
  Schwartz09:
    "Schwartz GJ, Muñoz A, Schneider MF, et al. New equations to estimate GFR in children with CKD. J Am Soc Nephrol 20:629-637, 2009.",
  // ——— a person's own drug ———
  Wilson03:
    "Wilson ZE, Rostami-Hodjegan A, Burn JL, et al. Inter-individual variability in levels of human microsomal protein and hepatocellularity per gram of liver. Br J Clin Pharmacol 56:433-440, 2003.",
  Austin02:
    "Austin RP, Barton P, Cockroft SL, Wenlock MC, Riley RJ. The influence of nonspecific microsomal binding on apparent intrinsic clearance, and its prediction from physicochemical properties. Drug Metab Dispos 30:1497-1503, 2002.",
  Kilford08:
    "Kilford PJ, Gertz M, Houston JB, Galetin A. Hepatocellular binding of drugs: correction for unbound fraction in hepatocyte incubations using microsomal binding or drug lipophilicity data. Drug Metab Dispos 36:1194-1197, 2008.",
  Sun02:
    "Sun D, Lennernäs H, Welage LS, et al. Comparison of human duodenum and Caco-2 gene expression profiles for 12,000 gene sequences tags and correlation with permeability of 26 drugs. Pharm Res 19:1400-1416, 2002.",
  Zoghbi12:
    "Zoghbi SS, Anderson KB, Jenko KJ, et al. On quantitative relationships between drug-like compound lipophilicity and plasma free fraction in monkey and human. J Pharm Sci 101:1028-1039, 2012.",
  Lipinski97:
    "Lipinski CA, Lombardo F, Dominy BW, Feeney PJ. Experimental and computational approaches to estimate solubility and permeability in drug discovery and development settings. Adv Drug Deliv Rev 23:3-25, 1997.",
} as const satisfies Record<string, string>;

export type SourceId = keyof typeof sources;
