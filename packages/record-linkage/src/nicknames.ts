/** Given names that are said for one another in England. A name may stand in several lines (Alex, Sam). */
const FAMILIES = `
abigail abbie abby gail | abdul abdullah abdel | adam ad | adrian ade | agnieszka aga | alan al allan alun
alexander alex alec sandy xander sasha lex | alexandra alex sandra sasha lexi ali | alfred alf alfie fred
alison ali allie | amelia amy milly millie mia | andrew andy drew andrzej | angela angie ange | ann anne anna annie
nan annabel bella belle | anthony tony ant antony antoni | archibald archie | arthur art artie | barbara barb basia
benjamin ben benji benny | bernard bernie | bethany beth bethan | bronislaw bronek | caroline caz carrie carol karolina
catherine kate katie cathy kath kathy kat katherine kathryn cat kitty katarzyna kasia katrina | cameron cam
charles charlie chas chuck karol | charlotte charlie lottie lotte char | christian chris | christina chris tina chrissy
christine chris tina chrissy | christopher chris kit topher krzysztof | clifford cliff | connor con | constance connie
courtney court | cynthia cindy | daisy | daniel dan danny | danielle dani danni | darren daz | david dave davey dai dawid
deborah deb debbie debs | dennis den | derek del | dominic dom nick | donald don | dorothy dot dottie dolly
dylan dyl | edward ed eddie ted teddy ned | eleanor ellie nell nora elle | elizabeth liz lizzie beth betty eliza elsie
libby lisa lizzy ella ellie bess elspeth elzbieta ela | emily em emmy emilia | emma em | erica ricky | ernest ernie
ethan eth | eugene gene | evangeline evie eva | evelyn evie eve | ewa eva eve | florence flo florrie flossie
frances fran francesca frankie franny | francis frank fran franciszek | frederick fred freddie freddy | gabriel gabe
gabriella gabby ella | gareth gaz gary | geoffrey geoff jeff | george georgie jerzy | georgina georgie gina
gerald gerry jerry | gillian gill jill | grace gracie | graham gray | grzegorz greg gregory | hamza hamzah | hannah hanna
hanna hania | harold harry hal | harriet hattie harrie | harrison harry | harvey harv | hasan hassan | helen nell ellen
henry harry hal hank henryk | hubert bert | hugh huw hughie | ian iain | isabel bella izzy belle isla isabelle isabella
issy | isaac zac ike | jack jackie | jacob jake jakub kuba cob | jacqueline jackie jacqui | james jim jimmy jamie jem
jan john ian johann | jane janie jenny | janet jan | jasmine jas jazz yasmin | jason jay | jennifer jen jenny jenna
jeremy jez jerry | jessica jess jessie | joan joanie | joanna jo joanne asia joasia | john jack johnny jon ian johnnie
jonathan jon jonny johnny nathan | jordan jord | joseph joe joey jozef yusuf jo | josephine jo josie | joshua josh
judith judy jude | julia julie jules | julian jules | justin just | karen kaz | kayleigh kay kayla | kenneth ken kenny
kevin kev | kieran kier | kimberly kim kimberley | laura laurie lori | laurence larry laurie lawrence lol | lauren loz
leonard len lenny leo | leslie les | lewis lew louis lou | lillian lily lil lilly | linda lin lindy | logan | louis lou louie
louise lou | lucas luke luca lukasz | lucy lu luce | luke lukasz lucas | lydia liddy | madeleine maddie maddy madison
magdalena magda maggie | malcolm mal | malgorzata gosia margaret | marek mark | margaret maggie meg peggy marge peg greta
daisy mags rita | maria mary marie mariam maryam | martin marty marcin | mary molly polly may mae | matilda tilly mattie
matthew matt matty mateusz | maureen mo | maximilian max | maxwell max | megan meg megs | melanie mel | melissa mel lissa
michael mike mick mikey micky mickey michal misha | michelle shell chelle | mohammed mo mohamed muhammad mohd md moh
mustafa mus | nadine nadia | natalie nat nata natalia | natasha tasha nat | nathan nate nath | nathaniel nathan nate nat
nicholas nick nicky nico mikolaj | nicola nicky nic nikki | nigel nige | norman norm | oliver ollie olly noll | olivia liv
livvy ollie | oscar oskar | owen owain | pamela pam | patricia pat trish patsy tricia paddy | patrick pat paddy rick
paul pauly pawel | pauline paula | penelope penny | peter pete piotr | philip phil pip phillip | phoebe phebe
rachel rach rachael | raymond ray | rebecca becky becca bex beck | reginald reg reggie | rhiannon rhi | richard rick dick
ricky rich richie ryszard | robert rob bob bobby robbie bert robin | roderick rod rick | roger rodge | ronald ron ronnie
rosemary rose rosie | rosalind roz ros | roxanne roxy | rupert | ruth ruthie | ryan ry | salma selma | samantha sam sammy
samuel sam sammy | sandra sandy | sarah sara sally sadie | scott scotty | sean shaun shane shawn | sebastian seb bas
sharon shaz | simon si | solomon sol | sophia sophie zofia zosia sofia | stanley stan stanislaw | stephanie steph stef
stephen steve stevie steven stefan ste | stuart stu stewart | summer | susan sue susie suzy suzanne | sylvia sylvie
tabitha tabby | tadeusz tadek | terence terry tel | theodore theo ted teddy | theresa terry tess tessa teresa
thomas tom tommy tomasz | timothy tim timmy | tobias toby | tracey trace tracy | trevor trev | tyler ty | valerie val
vanessa nessa | veronica ronnie vera | victor vic | victoria vicky vic tori vicki | vincent vin vince vinny | violet vi
vivienne viv | walter wally wal | warren waz | wendy wend | wilfred wilf fred | william will bill billy liam willy wills
winifred winnie fred freda | wojciech wojtek | yusuf yousef joseph joe | zachary zac zach zak | zoe zo
zainab zaynab | xiaoming ming`;

const familiesOf = new Map<string, number[]>();
FAMILIES.split('|').forEach((line, family) => {
  for (const name of line.trim().split(/\s+/)) familiesOf.set(name, [...(familiesOf.get(name) ?? []), family]);
});

export function areSaidForOneAnother(one: string, other: string): boolean {
  const families = familiesOf.get(one);
  return families?.some((family) => familiesOf.get(other)?.includes(family)) ?? false;
}
